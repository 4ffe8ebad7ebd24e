package taskglass.lab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A session bus that nobody else uses and, if wanted, gnome-keyring on it, unlocked as a login would. */
public final class SecretService implements AutoCloseable {
    private static final String NEEDED = "gnome-keyring and dbus are needed: apt install gnome-keyring dbus";

    private static final String NAME = "org.freedesktop.secrets";

    /** As that of a session, but starts nothing by itself. */
    private static final String BUS = """
        <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
         "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
        <busconfig>
          <type>session</type>
          <listen>unix:path=FOLDER/bus</listen>
          <auth>EXTERNAL</auth>
          <policy context="default">
            <allow send_destination="*" eavesdrop="true"/>
            <allow eavesdrop="true"/>
            <allow own="*"/>
          </policy>
        </busconfig>
        """;

    private final Path folder;
    private final Process bus;
    private Optional<Process> keyring = Optional.empty();

    /** A bus without any secret service; {@code folder} is empty, and its path short, for sockets are made in it. */
    public SecretService(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectory(
                folder.resolve("run"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path configuration = Files.writeString(folder.resolve("bus.conf"), BUS.replace("FOLDER", folder.toString()));
        bus = start("dbus-daemon", "--nofork", "--config-file=" + configuration);
        Await.until("the bus is there", () -> !bus.isAlive() || Files.exists(folder.resolve("bus")));
    }

    /** Passes a test over where the programs are missing; in CI that would be to pass without having tested anything. */
    public static void need() {
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        if (linux && !installed() && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("In CI " + NEEDED);
        }
        assumeTrue(linux, "other systems have no session bus");
        assumeTrue(installed(), NEEDED);
    }

    private static boolean installed() {
        List<Path> places = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return Stream.of("dbus-daemon", "dbus-monitor", "dbus-send", "gnome-keyring-daemon")
                .allMatch(program -> places.stream().anyMatch(place -> Files.isExecutable(place.resolve(program))));
    }

    /** Has gnome-keyring keep secrets in the folder; the first time it makes a keyring there. */
    public void startKeyring() throws IOException {
        Process started = start("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets");
        keyring = Optional.of(started);
        try (OutputStream password = started.getOutputStream()) {
            password.write("lab".getBytes(StandardCharsets.UTF_8));
        }
        Await.until("gnome-keyring is on the bus", () -> !started.isAlive() || hasKeyring());
    }

    /** Prints each signal of that interface that is on the bus. */
    public Process listen(String name) throws IOException {
        return prepared("dbus-monitor", "--session", "type='signal',interface='" + name + "'")
                .start();
    }

    private boolean hasKeyring() throws IOException, InterruptedException {
        return start(
                                "dbus-send",
                                "--session",
                                "--print-reply",
                                "--dest=org.freedesktop.DBus",
                                "/",
                                "org.freedesktop.DBus.GetNameOwner",
                                "string:" + NAME)
                        .waitFor()
                == 0;
    }

    /** What tells a process of this bus, and of this home. */
    public Map<String, String> environment() {
        return Map.of(
                "DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder.resolve("bus"),
                "XDG_RUNTIME_DIR", folder.resolve("run").toString(),
                "XDG_DATA_HOME", folder.resolve("data").toString(),
                "HOME", folder.toString());
    }

    private Process start(String... command) throws IOException {
        return prepared(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(command[0] + ".log").toFile()))
                .start();
    }

    private ProcessBuilder prepared(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("GNOME_"));
        builder.environment().putAll(environment());
        return builder;
    }

    @Override
    public void close() {
        keyring.ifPresent(SecretService::end);
        end(bus);
    }

    private static void end(Process process) {
        process.destroyForcibly().onExit().join();
    }
}
