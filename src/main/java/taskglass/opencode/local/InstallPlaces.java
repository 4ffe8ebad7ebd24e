package taskglass.opencode.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The directories where installers put the OpenCode program, whether or not they exist. A window that was not started
 * from a terminal has a short PATH that often lacks them.
 */
final class InstallPlaces {
    /** The directory configured for OpenCode's own install script, then the prefixes of package managers. */
    private static final List<String> NAMED_BY_VARIABLE = List.of(
            "${OPENCODE_INSTALL_DIR}",
            "${XDG_BIN_DIR}",
            "${BUN_INSTALL}/bin",
            "${NPM_CONFIG_PREFIX}/bin",
            "${PNPM_HOME}",
            "${VOLTA_HOME}/bin");

    private static final List<String> IN_HOME = List.of(
            ".opencode/bin",
            "bin",
            ".local/bin",
            ".bun/bin",
            ".npm-global/bin",
            ".local/share/pnpm",
            "Library/pnpm",
            ".volta/bin",
            ".local/share/mise/shims",
            ".asdf/shims",
            ".nix-profile/bin");

    /** Homebrew on both kinds of Mac and on Linux, and npm's global prefix on most systems. */
    private static final List<String> OF_THE_SYSTEM =
            List.of("/opt/homebrew/bin", "/usr/local/bin", "/home/linuxbrew/.linuxbrew/bin", "/usr/bin");

    private static final List<String> ON_WINDOWS = List.of(
            "${OPENCODE_INSTALL_DIR}",
            "${APPDATA}/npm",
            "${NPM_CONFIG_PREFIX}",
            "${LOCALAPPDATA}/pnpm",
            "${LOCALAPPDATA}/Microsoft/WinGet/Links",
            "${LOCALAPPDATA}/Volta/bin",
            "${ProgramData}/chocolatey/bin",
            "${ProgramFiles}/nodejs");

    private InstallPlaces() {}

    static Stream<Path> of(Map<String, String> environment, Path home, boolean windows) {
        return windows
                ? Stream.concat(
                        named(ON_WINDOWS, environment),
                        homes(home, List.of(".opencode/bin", ".bun/bin", "scoop/shims")))
                : Stream.of(named(NAMED_BY_VARIABLE, environment), homes(home, IN_HOME), nodes(home), system())
                        .flatMap(places -> places);
    }

    /** Returns {@code ${NAME}/rest} with the variable's value, and nothing for a variable that is not set. */
    private static Stream<Path> named(List<String> patterns, Map<String, String> environment) {
        return patterns.stream().flatMap(pattern -> {
            int end = pattern.indexOf('}');
            String value = environment.getOrDefault(pattern.substring(2, end), "");
            return value.isBlank() ? Stream.empty() : Stream.of(Path.of(value + pattern.substring(end + 1)));
        });
    }

    private static Stream<Path> homes(Path home, List<String> places) {
        return places.stream().map(home::resolve);
    }

    private static Stream<Path> system() {
        return OF_THE_SYSTEM.stream().map(Path::of);
    }

    /** npm's global prefix under nvm, one for each version of Node. The last in name order comes first. */
    private static Stream<Path> nodes(Path home) {
        Path versions = home.resolve(".nvm/versions/node");
        if (!Files.isDirectory(versions)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.list(versions)) {
            return all.sorted(Comparator.reverseOrder()).map(node -> node.resolve("bin")).toList().stream();
        } catch (IOException | UncheckedIOException unreadable) {
            return Stream.empty();
        }
    }
}
