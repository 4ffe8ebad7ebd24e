package taskglass.opencode.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder for the output of servers that a window started, and for the records from which later windows can open
 * them. Only this user can access it. Every method blocks.
 */
public final class StateFolder {
    private static final String RECORD = "opencode-*.json";

    private final Path path;

    public StateFolder(Path path) {
        this.path = path;
    }

    /**
     * Returns the usual place for program state: {@code taskglass} below {@code XDG_STATE_HOME} or {@code
     * ~/.local/state}, below {@code %LOCALAPPDATA%} on Windows, below {@code ~/Library/Application Support} on a Mac.
     *
     * @param os the Java property {@code os.name}
     */
    public static StateFolder usual(Map<String, String> environment, Path home, String os) {
        Path linux = given(environment, "XDG_STATE_HOME").orElse(home.resolve(".local/state"));
        Path folder = os.startsWith("Windows")
                ? given(environment, "LOCALAPPDATA").orElse(home)
                : os.startsWith("Mac") ? home.resolve("Library/Application Support") : linux;
        return new StateFolder(folder.resolve("taskglass"));
    }

    private static Optional<Path> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(Path::of).filter(Path::isAbsolute);
    }

    /** Creates a new file for a server's output. */
    Path newLog() throws IOException {
        return Files.createTempFile(made(), "opencode-", ".log");
    }

    /** Records how a server is opened, for {@link #claim}, and which window holds it while that window runs. */
    void keep(OwnServer server, Optional<ProcessMark> window) throws IOException {
        Path written = Files.createTempFile(made(), "opencode-", ".new");
        Files.writeString(written, new Kept(server, window).lines());
        Files.move(written, record(server), StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Returns the servers that run although no window holds them any more. Removes the records of servers that have
     * ended.
     */
    public List<OwnServer> kept() {
        List<OwnServer> kept = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, RECORD)) {
            for (Path file : files) {
                Optional<Kept> record = Kept.parse(Files.readString(file));
                if (record.map(Kept::server).flatMap(OwnServer::process).isEmpty()) {
                    Files.deleteIfExists(file);
                    record.map(Kept::server).map(OwnServer::log).ifPresent(StateFolder::remove);
                } else if (!record.get().isHeld()) {
                    kept.add(record.get().server());
                }
            }
        } catch (IOException e) {
            // There is no such folder, or a file was just taken: what was read so far is returned.
        }
        return kept;
    }

    /**
     * Returns whether the server now belongs to this window. If several windows try, only one moves the record away and
     * finds it not held.
     */
    boolean claim(OwnServer server) {
        try {
            Path taken = Files.createTempFile(made(), "opencode-", ".taken");
            Files.move(record(server), taken, StandardCopyOption.REPLACE_EXISTING);
            boolean held =
                    Kept.parse(Files.readString(taken)).filter(Kept::isHeld).isPresent();
            if (held) {
                Files.move(taken, record(server));
            } else {
                Files.delete(taken);
            }
            return !held;
        } catch (IOException e) {
            return false;
        }
    }

    /** Removes the record of a server that has ended. */
    void forget(OwnServer server) {
        remove(record(server));
    }

    /** The record of a server: how it is opened, and which window holds it. */
    private record Kept(OwnServer server, Optional<ProcessMark> window) {
        String lines() {
            return server.line() + window.map(mark -> "\n" + mark.line()).orElse("") + "\n";
        }

        static Optional<Kept> parse(String lines) {
            List<String> all = lines.lines().toList();
            Optional<ProcessMark> window = all.stream().skip(1).findFirst().flatMap(ProcessMark::parse);
            return all.stream().findFirst().flatMap(OwnServer::parse).map(server -> new Kept(server, window));
        }

        /** Whether the window that holds it still runs. */
        boolean isHeld() {
            return window.flatMap(ProcessMark::running).isPresent();
        }
    }

    private Path record(OwnServer server) {
        return path.resolve(RECORD.replace("*", String.valueOf(server.pid())));
    }

    private Path made() throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mine = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        Files.createDirectories(path.getParent());
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path, mine);
        }
        return path;
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A process that was left behind holds it, which matters only on Windows.
        }
    }
}
