package taskglass.opencode.discovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import taskglass.opencode.local.DataDirectory;

/**
 * One process, as described by its files in {@code /proc}.
 *
 * @param files the directory of the process
 */
record LinuxProcess(long pid, Path files) {
    /** Linux reports process times in hundredths of a second, whatever unit it uses internally. */
    private static final long TICK_MILLIS = 10;

    /**
     * After the name in {@code stat}, which may contain blanks and brackets: the state, and 19 fields later the start.
     */
    private static final int START = 19;

    private static final Path ROOT = Path.of("/");
    private static final Path OUR_MOUNTS = Path.of("/proc/self/ns/mnt");

    /** The program's name, at most 15 letters. */
    String name() {
        return text("comm").strip();
    }

    /** Whether it has ended, but its parent has not collected its exit status yet. */
    boolean zombie() {
        return List.of("Z", "X", "").contains(stat()[0]);
    }

    private String[] stat() {
        String all = text("stat");
        return all.substring(all.lastIndexOf(')') + 1).strip().split(" ", -1);
    }

    /** Returns when it was started, measured from boot, so that changes of the clock do not matter; 0 if unknown. */
    Duration start() {
        String[] stat = stat();
        return stat.length > START ? Duration.ofMillis(Long.parseLong(stat[START]) * TICK_MILLIS) : Duration.ZERO;
    }

    OpenCodeProcess openCode(Instant started) {
        boolean terminal = Program.isTerminal(
                words("cmdline").skip(1).filter(arg -> !arg.isEmpty()).toList());
        String mounts = link(files.resolve("ns/mnt"));
        boolean ourFiles = !mounts.isEmpty() && mounts.equals(link(OUR_MOUNTS));
        return new OpenCodeProcess(pid, link(files.resolve("cwd")), terminal, started, database(ourFiles), ourFiles);
    }

    /** Empty if it must not be read: then it may be any database. */
    private Optional<DataDirectory.Place> database(boolean ourFiles) {
        Path root = files.resolve("root");
        if (!ourFiles && !Files.isReadable(root)) {
            return Optional.empty();
        }
        return DataDirectory.of(environment(), path -> ourFiles ? path : root.resolve(ROOT.relativize(path)), pid);
    }

    /** Returns the environment at its start; empty if it must not be read. */
    private Map<String, String> environment() {
        return words("environ")
                .map(arg -> arg.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1], (first, _) -> first));
    }

    private Stream<String> words(String file) {
        return Stream.of(text(file).split("\0", -1));
    }

    /** Returns when this computer was started, by its clock as it is set now. */
    static Instant boot() {
        String uptime = text(Path.of("/proc/uptime"));
        double seconds = Double.parseDouble("0" + uptime.substring(0, Math.max(0, uptime.indexOf(' '))));
        return Instant.now()
                .minusMillis(Math.round(seconds * Duration.ofSeconds(1).toMillis()));
    }

    private String text(String file) {
        return text(files.resolve(file));
    }

    private static String text(Path path) {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }

    static String link(Path path) {
        try {
            return Files.readSymbolicLink(path).toString();
        } catch (IOException gone) {
            return "";
        }
    }
}
