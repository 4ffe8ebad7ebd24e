package taskglass.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import taskglass.task.ServerId;

/**
 * A program that asks the keychain one thing, says the answer and ends: which bus there is stands in the environment, so a
 * process of its own is needed to have another one.
 */
final class AsksKeychain {
    private static final ServerId SERVER = new ServerId("http://build-host:4096");

    private AsksKeychain() {}

    /** What it answers in that environment and no other; {@code args} are read by {@link #main}. */
    static String in(Map<String, String> environment, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--class-path",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                AsksKeychain.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("DBUS_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } finally {
            process.destroyForcibly();
        }
    }

    /** A word for what is asked, a user, and perhaps a password. */
    public static void main(String[] args) {
        Keychain keychain = Keychain.ofThisMachine(work -> Thread.ofVirtual().start(work));
        CompletionStage<?> answer = switch (args[0]) {
            case "keep" -> keychain.keep(SERVER, args[1], args[2]);
            case "read" -> keychain.password(SERVER, args[1]);
            case "forget" -> keychain.forget(SERVER, args[1]);
            default -> keychain.answers();
        };
        System.out.println(answer.toCompletableFuture().join());
        System.exit(0);
    }
}
