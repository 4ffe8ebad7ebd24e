package taskglass.opencode;

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
 * Where the servers that a window started print, and where it is written how those are opened that a window left running:
 * a folder of this user alone. Every method blocks.
 */
public final class StateFolder {
    private static final String RECORD = "opencode-*.json";

    private final Path path;

    public StateFolder(Path path) {
        this.path = path;
    }

    /**
     * Where this user's programs keep what is no setting: {@code taskglass} below {@code XDG_STATE_HOME} or
     * {@code ~/.local/state}, below {@code %LOCALAPPDATA%} on Windows, below {@code ~/Library/Application Support} on a Mac.
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

    /** A new file for what a server prints. */
    Path newLog() throws IOException {
        return Files.createTempFile(made(), "opencode-", ".log");
    }

    /** Writes how a server is opened, for {@link #take}. */
    void keep(OwnServer server) throws IOException {
        Path written = Files.createTempFile(made(), "opencode-", ".new");
        Files.writeString(written, server.line());
        Files.move(written, record(server), StandardCopyOption.REPLACE_EXISTING);
    }

    /** The servers that were left running and still do; what tells of others is removed. */
    public List<OwnServer> kept() {
        List<OwnServer> kept = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, RECORD)) {
            for (Path file : files) {
                Optional<OwnServer> server = OwnServer.parse(Files.readString(file));
                if (server.flatMap(OwnServer::process).isPresent()) {
                    kept.add(server.get());
                } else {
                    Files.deleteIfExists(file);
                    server.map(OwnServer::log).ifPresent(StateFolder::remove);
                }
            }
        } catch (IOException e) {
            // No such folder, or a file that was taken just now: whatever was read is there.
        }
        return kept;
    }

    /** Whether it is ours from now on: of several windows only one removes what told of it. */
    boolean take(OwnServer server) {
        try {
            return Files.deleteIfExists(record(server));
        } catch (IOException e) {
            return false;
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
            // A process that was left behind holds it, as only Windows minds.
        }
    }
}
