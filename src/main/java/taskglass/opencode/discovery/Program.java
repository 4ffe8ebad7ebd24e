package taskglass.opencode.discovery;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Determines from how a process was started whether it is OpenCode, and whether the user works with it at a terminal.
 */
final class Program {
    /**
     * npm's launcher runs {@code .opencode} beneath it (1.2) or is replaced by {@code opencode.exe} (1.15). Nix wraps
     * programs, and Linux cuts names at 15 letters. The desktop app brings {@code opencode-cli}. 2 may be installed
     * beside 1 as {@code opencode2}. A program that was updated while it ran is reported as deleted.
     */
    private static final Pattern NAMES = Pattern.compile(
            "\\.?opencode2?(-cli)?(-wrapp(ed?)?_?)?(\\.exe)?( \\(deleted\\))?", Pattern.CASE_INSENSITIVE);

    /**
     * Commands that show no sessions of their own: servers, which open a port within a moment, and commands that end
     * soon.
     */
    private static final Set<String> NO_TERMINAL = Set.of(
            "acp",
            "agent",
            "attach",
            "auth",
            "completion",
            "db",
            "debug",
            "export",
            "github",
            "import",
            "mcp",
            "models",
            "plug",
            "plugin",
            "pr",
            "providers",
            "serve",
            "service",
            "session",
            "stats",
            "uninstall",
            "upgrade",
            "web");

    private Program() {}

    /** Whether a program's name or path is OpenCode's. */
    static boolean isOpenCode(String program) {
        return NAMES.matcher(program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1))
                .matches();
    }

    /** Whether these arguments, without the program itself, open a screen in a terminal or run a prompt in one. */
    static boolean isTerminal(List<String> arguments) {
        return arguments.stream()
                .filter(word -> !word.startsWith("-"))
                .findFirst()
                .filter(NO_TERMINAL::contains)
                .isEmpty();
    }
}
