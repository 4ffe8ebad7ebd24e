package taskglass.task;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** One session of a {@link ModelServer}: the truth about it, and what is still to happen to it. */
final class ModelSession {
    /** One run: its first prompt, and how it ended (RUNNING: not yet). */
    static final class ModelRun {
        final String prompt;
        TaskStatus end = TaskStatus.RUNNING;

        ModelRun(String prompt) {
            this.prompt = prompt;
        }
    }

    final TaskKey key;
    final Optional<ModelSession> parent;
    final String directory;
    final Deque<Runnable> script = new ArrayDeque<>();
    final List<ModelMessage> messages = new ArrayList<>();
    final List<ModelRun> runs = new ArrayList<>();
    private final boolean old;
    private Instant born = Instant.EPOCH;
    private Instant updated = Instant.EPOCH;
    private int title;
    boolean busy;
    boolean deleted;

    ModelSession(String id, Optional<ModelSession> parent, String directory, boolean old) {
        this.key = Story.key(id);
        this.parent = parent;
        this.directory = directory;
        this.old = old;
    }

    /** Whether its server is a 1.2, which tells an abort's error after idle. */
    boolean old() {
        return old;
    }

    boolean created() {
        return !born.equals(Instant.EPOCH);
    }

    Fact create(Instant now) {
        born = now;
        return touch(now);
    }

    /** A change of the session itself, such as a new title. */
    Fact touch(Instant now) {
        updated = now;
        title++;
        return new Fact.Told(info());
    }

    SessionInfo info() {
        return new SessionInfo(
                key,
                "Title " + title,
                parent.map(p -> p.key),
                directory,
                Assignment.UNKNOWN,
                new SessionInfo.Times(born, updated));
    }

    /** The newest prompt. */
    ModelMessage prompt() {
        return messages.reversed().stream()
                .filter(ModelMessage::user)
                .findFirst()
                .orElseThrow();
    }

    /** The newest assistant message. */
    ModelMessage answer() {
        return messages.reversed().stream()
                .filter(message -> !message.user())
                .findFirst()
                .orElseThrow();
    }

    boolean below(ModelSession other) {
        return parent.filter(p -> p == other || p.below(other)).isPresent();
    }

    /** The run that a message belongs to, by number. */
    int runOf(String message) {
        int run = -1;
        while (run + 1 < runs.size() && runs.get(run + 1).prompt.compareTo(message) <= 0) {
            run++;
        }
        return run;
    }

    int callsOfLastRun() {
        return messages.stream()
                .filter(message -> message.id.compareTo(runs.getLast().prompt) > 0)
                .mapToInt(message -> message.calls.size())
                .sum();
    }
}
