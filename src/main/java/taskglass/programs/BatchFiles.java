package taskglass.programs;

import java.util.Locale;
import taskglass.programs.NotOpened.Why;

/**
 * Refuses arguments that a Windows batch file would execute. Windows starts {@code .cmd} and {@code .bat} files through
 * its command interpreter, which no quoting keeps from reading some characters.
 */
final class BatchFiles {
    private static final String READ = "\"%!^&|<>\r\n";

    private BatchFiles() {}

    static ProgramCommand checked(ProgramCommand command) throws NotOpened {
        boolean batch = command.words().stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(word -> word.endsWith(".cmd") || word.endsWith(".bat"));
        for (String word : command.words()) {
            if (batch && word.chars().anyMatch(c -> READ.indexOf(c) >= 0)) {
                throw new NotOpened(Why.UNSAFE_NAME, word);
            }
        }
        return command;
    }
}
