package taskglass.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import taskglass.settings.PrivateFiles;

/** Where the ledger is kept. Only this user can read its folder. Methods that touch the disk block. */
public record LedgerFile(Path path) {
    private static final String NAME = "ledger.db";
    /** SQLite's own files beside the database: they belong to it and move with it. */
    private static final String[] SIDE_FILES = {"-wal", "-shm"};

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /**
     * Returns the usual place for a program's data: {@code taskglass/ledger.db} below {@code XDG_DATA_HOME} or {@code
     * ~/.local/share}, below {@code %LOCALAPPDATA%} on Windows, below {@code ~/Library/Application Support} on a Mac.
     *
     * @param os the Java property {@code os.name}
     */
    public static LedgerFile usual(Map<String, String> environment, Path home, String os) {
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        Path linux = xdg.startsWith("/") ? Path.of(xdg) : home.resolve(".local/share");
        Path windows = environment.containsKey("LOCALAPPDATA") ? Path.of(environment.get("LOCALAPPDATA")) : home;
        Path data = os.startsWith("Windows")
                ? windows
                : os.startsWith("Mac") ? home.resolve("Library/Application Support") : linux;
        return new LedgerFile(data.resolve("taskglass").resolve(NAME));
    }

    Path folder() {
        return path.toAbsolutePath().getParent();
    }

    /** Creates the folder, and the file with its final access rights: SQLite gives its side files the same. */
    void create() throws IOException {
        PrivateFiles.own(folder());
        PrivateFiles.create(path);
    }

    /** Moves an unreadable database and its side files aside, so that nothing is lost. Returns its new place. */
    Path setAside(Instant now) throws IOException {
        Path aside = free(path.resolveSibling(path.getFileName() + ".unreadable-" + SECOND.format(now)));
        Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE);
        for (String side : SIDE_FILES) {
            Path file = path.resolveSibling(path.getFileName() + side);
            if (Files.exists(file)) {
                Files.move(file, aside.resolveSibling(aside.getFileName() + side), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return aside;
    }

    private static Path free(Path wanted) {
        Path free = wanted;
        for (int n = 2; Files.exists(free); n++) {
            free = wanted.resolveSibling(wanted.getFileName() + "-" + n);
        }
        return free;
    }

    /** How many bytes the database takes up on the disk, with its side files. */
    long bytes() throws IOException {
        long bytes = Files.size(path);
        for (String side : SIDE_FILES) {
            Path file = path.resolveSibling(path.getFileName() + side);
            bytes += Files.exists(file) ? Files.size(file) : 0;
        }
        return bytes;
    }
}
