package taskglass.opencode.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A program that starts the server of a folder and then waits for its own end. */
final class StartsAServer {
    private StartsAServer() {}

    /** Runs {@code folder/opencode} as a server from a JVM of its own, which then writes the file {@code started}. */
    static Process inAnotherJvm(Path folder) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        String classes = System.getProperty("java.class.path");
        return new ProcessBuilder(java, "-cp", classes, StartsAServer.class.getName(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("jvm.log").toFile())
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        try (LocalServer server = ShellProgram.start(new ServeCommand(folder.resolve("opencode"), folder, Map.of()))) {
            Files.writeString(folder.resolve("started"), server.id().url());
            new CountDownLatch(1).await();
        }
    }
}
