package taskglass.programs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A terminal of Linux desktops, with its way to take a folder and a list of arguments. The user's own comes first. */
enum LinuxTerminal {
    /** What the user or the system chose on Debian. Its policy demands {@code -e} with arguments. */
    DEBIAN_CHOICE("x-terminal-emulator") {
        @Override
        List<String> options(String folder) {
            return List.of("-e");
        }
    },
    GNOME("gnome-terminal") {
        @Override
        List<String> options(String folder) {
            return List.of("--working-directory=" + folder, "--");
        }
    },
    KONSOLE("konsole") {
        @Override
        List<String> options(String folder) {
            return List.of("--workdir", folder, "-e");
        }
    },
    /** Its {@code -e} takes one string; {@code -x} takes the rest of the arguments. */
    XFCE("xfce4-terminal") {
        @Override
        List<String> options(String folder) {
            return List.of("--working-directory=" + folder, "-x");
        }
    },
    KITTY("kitty") {
        @Override
        List<String> options(String folder) {
            return List.of("--directory", folder);
        }
    },
    ALACRITTY("alacritty") {
        @Override
        List<String> options(String folder) {
            return List.of("--working-directory", folder, "-e");
        }
    },
    WEZTERM("wezterm") {
        @Override
        List<String> options(String folder) {
            return List.of("start", "--cwd", folder, "--");
        }
    },
    FOOT("foot") {
        @Override
        List<String> options(String folder) {
            return List.of("--working-directory=" + folder);
        }
    },
    XTERM("xterm") {
        @Override
        List<String> options(String folder) {
            return List.of("-e");
        }
    };

    private final String program;

    LinuxTerminal(String program) {
        this.program = program;
    }

    /** What stands between the program and the command to run. The folder is an absolute path. */
    abstract List<String> options(String folder);

    String program() {
        return program;
    }

    /** Returns the words before the command to run, of the first terminal that is installed. */
    static Optional<List<String>> find(SearchPath path, String folder) {
        return Stream.of(values())
                .flatMap(terminal -> path.find(terminal.program).map(Path::toString).stream()
                        .map(found -> Stream.concat(Stream.of(found), terminal.options(folder).stream())
                                .toList()))
                .findFirst();
    }
}
