package taskglass.words;

import java.io.File;

/** Text as one word of a command line, so that whoever pastes it runs what was meant and nothing else. */
public final class ShellQuoting {
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private ShellQuoting() {}

    /** For this system's shell: that of POSIX, or PowerShell. */
    public static String word(String text) {
        return word(text, WINDOWS);
    }

    static String word(String text, boolean powerShell) {
        if (text.matches("[A-Za-z0-9_./:=-]+")) {
            return text;
        }
        return "'" + text.replace("'", powerShell ? "''" : "'\\''") + "'";
    }

    /** A command that is run with a variable set. */
    public static String with(String variable, String value, String command) {
        return with(variable, value, command, WINDOWS);
    }

    static String with(String variable, String value, String command, boolean powerShell) {
        String quoted = "'" + value.replace("'", powerShell ? "''" : "'\\''") + "'";
        return powerShell
                ? "$env:" + variable + "=" + quoted + "; " + command
                : variable + "=" + quoted + " " + command;
    }
}
