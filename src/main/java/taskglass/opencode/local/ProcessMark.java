package taskglass.opencode.local;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifies a process across programs: its id and its start time, which distinguishes it from a later process with the
 * same id. If a system does not report the start time, it is the epoch.
 */
record ProcessMark(long pid, Instant began) {
    /** A system may count the start in ticks since boot, so two readings may differ by a few. */
    private static final long TICKS_MILLIS = 1000;

    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) (\\d{1,18})");

    static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** Returns it as one line. */
    String line() {
        return pid + " " + began.toEpochMilli();
    }

    static Optional<ProcessMark> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(new ProcessMark(
                        Long.parseLong(matcher.group(1)), Instant.ofEpochMilli(Long.parseLong(matcher.group(2)))))
                : Optional.empty();
    }

    /** Returns the process while it runs. */
    Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isIt);
    }

    private boolean isIt(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(at -> Math.abs(at.toEpochMilli() - began.toEpochMilli()) < TICKS_MILLIS)
                .orElse(false);
    }
}
