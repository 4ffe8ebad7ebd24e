package taskglass.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import taskglass.lab.Await;

/** The program itself as a process of its own, its window drawn into memory, its settings in a folder of the test. */
public final class WindowProcess implements AutoCloseable {
    private static final int SECONDS = 60;

    private final Process process;
    private final Path log;

    /** {@code home} is all that it knows of its user. */
    public WindowProcess(Path home, String... args) throws IOException {
        this("taskglass.Taskglass", home, args);
    }

    private WindowProcess(String main, Path home, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                System.getProperty("jdk.module.path"),
                "--add-modules",
                "javafx.controls,javafx.fxml",
                "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Duser.home=" + home,
                "--class-path",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main));
        command.addAll(List.of(args));
        log = Files.createTempFile(home, "window", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("DBUS_"));
        environment.put("APPDATA", home.resolve("appdata").toString());
        process = builder.start();
    }

    /** A window that begins with the demo, in which a person leaves it as soon as it is shown. */
    public static WindowProcess leavingDemo(Path home) throws IOException {
        return new WindowProcess(LeavingDemo.class.getName(), home, "--demo");
    }

    /** Returns once it is the window that answers whoever knocks there. */
    public void awaitAtDoor(Path folder) {
        Await.until(
                "it answers the door",
                () -> !process.isAlive() || SingleInstance.activateOther(folder, Optional.empty()));
        if (!process.isAlive()) {
            throw new AssertionError("it has ended with status " + process.exitValue());
        }
    }

    /** Returns once it has printed or logged that. */
    public void awaitOutput(String args) {
        Await.until("it says: " + args, () -> {
            try {
                return Files.readString(log).contains(args);
            } catch (IOException e) {
                return false;
            }
        });
    }

    /** SIGSTOP: it lives, and does nothing. */
    public void stop() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL, where there is such a thing: it can close and tidy nothing. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public int exit() throws InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it still runs after " + SECONDS + " s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
