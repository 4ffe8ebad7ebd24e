package taskglass.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The file that Terminal on a Mac runs in a new window. It deletes itself before it starts the command. Only this user
 * can read it, because it may contain a password.
 */
final class CommandFile {
    private CommandFile() {}

    static String content(ProgramCommand command) {
        String variables = command.environment().entrySet().stream()
                .map(entry -> "export " + entry.getKey() + "=" + quoted(entry.getValue()) + "\n")
                .sorted()
                .collect(Collectors.joining());
        return "#!/bin/sh\nrm -f -- \"$0\"\ncd -- " + quoted(command.folder().toString()) + "\n" + variables + "exec "
                + command.words().stream().map(CommandFile::quoted).collect(Collectors.joining(" ")) + "\n";
    }

    /** Within single quotes a shell reads every character as itself. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    static Path write(ProgramCommand command) throws IOException {
        Path file = Files.createTempFile(
                "taskglass",
                ".command",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(file, content(command));
        return file;
    }

    /** The words that make Terminal run the file. */
    static List<String> open(Path file) {
        return List.of("/usr/bin/open", "-a", "Terminal", file.toString());
    }
}
