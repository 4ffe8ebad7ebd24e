package taskglass.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders of this user alone, from the moment they are there; where a file system has no modes, plain ones. */
public final class PrivateFiles {
    private static final int LINKS = 40;
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {}

    /** Makes sure that the folder is there; one that was there stays as it is. */
    public static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, mode(folder, FOLDER));
        }
    }

    /** Makes it a folder that nobody else may enter any more, and fails where it is somebody else's. */
    public static void own(Path folder) throws IOException {
        folder(folder);
        try {
            Files.setPosixFilePermissions(folder, FOLDER);
        } catch (UnsupportedOperationException e) {
            // Windows: the folder is below the user's own, which others may not enter.
        }
    }

    static FileChannel open(Path file, OpenOption... how) throws IOException {
        return FileChannel.open(file, Set.of(how), mode(file, FILE));
    }

    /** Replaces a file whole: a crash of the machine, too, leaves the old or the new. A symbolic link stays one. */
    static void replace(Path file, byte[] content) throws IOException {
        Path target = target(file);
        folder(target.getParent());
        Path next = target.resolveSibling(target.getFileName() + ".new");
        Files.deleteIfExists(next);
        try (FileChannel channel = open(next, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The file that is meant by a path, behind symbolic links; it need not be there. */
    static Path target(Path file) throws IOException {
        Path at = file.toAbsolutePath();
        for (int links = 0; links < LINKS; links++) {
            if (!Files.isSymbolicLink(at)) {
                return at;
            }
            at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
        }
        throw new IOException("too many symbolic links: " + file);
    }

    private static FileAttribute<?>[] mode(Path path, Set<PosixFilePermission> mode) {
        boolean hasModes = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return hasModes ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)} : new FileAttribute<?>[0];
    }
}
