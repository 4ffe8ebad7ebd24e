package taskglass.text;

import java.io.File;
import java.util.Locale;

/** Quotes text as one word of a command line, so that a pasted command runs exactly what was meant. */
public final class ShellQuoting {
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private ShellQuoting() {}

    /** Quotes text for this system's shell: a POSIX shell, or PowerShell. */
    public static String word(String text) {
        return word(text, WINDOWS);
    }

    static String word(String text, boolean powerShell) {
        return text.matches("[A-Za-z0-9_./:=-]+") ? text : quotedWord(text, powerShell);
    }

    private static String quotedWord(String text, boolean powerShell) {
        if (text.codePoints().anyMatch(ShellQuoting::obeyed)) {
            return powerShell ? escapedForPowerShell(text) : escaped(text);
        }
        return quoted(text, powerShell);
    }

    /** Quotes a text. PowerShell treats typographic quotes like plain ones. */
    private static String quoted(String text, boolean powerShell) {
        return "'" + (powerShell ? text.replaceAll("['‘’‚‛]", "$0$0") : text.replace("'", "'\\''")) + "'";
    }

    /** Whether a terminal would act on the character when it is pasted, instead of inserting it. */
    private static boolean obeyed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String escaped(String text) {
        StringBuilder quoted = new StringBuilder("$'");
        text.codePoints()
                .forEach(c -> quoted.append(
                        obeyed(c) || "'\\!".indexOf(c) >= 0 // history expansion does not know \'
                                ? String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c)
                                : Character.toString(c)));
        return quoted.append("'").toString();
    }

    private static String escapedForPowerShell(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(c -> quoted.append(
                        obeyed(c)
                                ? String.format(Locale.ROOT, "`u{%x}", c)
                                : "`$\"“”„".indexOf(c) >= 0 ? "`" + (char) c : Character.toString(c)));
        return quoted.append("\"").toString();
    }

    /** Returns a command that runs with an environment variable set. */
    public static String with(String variable, String value, String command) {
        return with(variable, value, command, WINDOWS);
    }

    static String with(String variable, String value, String command, boolean powerShell) {
        String quoted = quotedWord(value, powerShell);
        return powerShell
                ? "$env:" + variable + "=" + quoted + "; " + command
                : variable + "=" + quoted + " " + command;
    }
}
