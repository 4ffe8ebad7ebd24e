package taskglass.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** A computer on which a test installs programs: scripts that write down the words with which they are started. */
final class Installed {
    private final Path folder;

    Installed(Path folder) {
        this.folder = folder;
    }

    /** Installs programs that record their words, each ended by a line of its own. */
    Installed with(String... names) {
        for (String name : names) {
            script(name, "for word in \"$@\"; do printf '[%s]\\n' \"$word\"; done > '" + folder.resolve("words") + "'");
        }
        return this;
    }

    Path script(String name, String body) {
        try {
            Path bin = Files.createDirectories(folder.resolve("bin"));
            Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + body + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String path(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    String written() {
        try {
            return Files.readString(folder.resolve("words"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HostSystem system(HostSystem.Kind kind) {
        return new HostSystem(kind, Map.of("PATH", folder.resolve("bin").toString()), folder);
    }

    Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names that would do harm if any shell read them. */
    static List<String> hostile() {
        return List.of(
                "a b",
                "it's",
                "say \"hi\"",
                "$(touch x)",
                "`touch x`",
                "-rf",
                "--help",
                "a\nb",
                "a;b&c|d",
                "{folder}",
                "%PATH%",
                "ä…\u202e");
    }
}
