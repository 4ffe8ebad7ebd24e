package taskglass.task;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import taskglass.task.run.Fact;
import taskglass.task.run.SessionInfo;

/** One session of a {@link ModelServer}: the truth about it, and what is still to happen to it. */
final class ModelSession {
    /** One run: its first prompt, and how it ended (RUNNING: not yet). */
    static final class ModelRun {
        final String prompt;
        final Instant began;
        TaskStatus end = TaskStatus.RUNNING;

        ModelRun(ModelMessage prompt) {
            this.prompt = prompt.id;
            this.began = prompt.created;
        }

        void end(TaskStatus how) {
            end = how;
        }
    }

    final TaskKey key;
    final Optional<ModelSession> parent;
    /** What it says its parent is: now and then one that makes a ring. */
    Optional<TaskKey> claimed;

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
        this.claimed = parent.map(p -> p.key);
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
        return new Fact.Session(info());
    }

    SessionInfo info() {
        return new SessionInfo(
                key, "Title " + title, claimed, directory, Assignment.UNKNOWN, new SessionInfo.Times(born, updated));
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

    /** The run that a message belongs to, or that is the last before it. */
    Optional<ModelRun> runOf(String message) {
        return runs.reversed().stream()
                .filter(run -> run.prompt.compareTo(message) <= 0)
                .findFirst();
    }

    Optional<ModelRun> latest() {
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.getLast());
    }

    /** By part id. */
    Set<String> callsOfLastRun() {
        return answersOfLastRun().stream()
                .flatMap(message -> message.calls.keySet().stream())
                .collect(Collectors.toSet());
    }

    /** Without what belongs to no run. */
    List<ModelMessage> answersOfLastRun() {
        return messagesOf(runs.getLast()).stream()
                .filter(message -> !message.user() && !isAside(message))
                .toList();
    }

    private boolean isAside(ModelMessage answer) {
        return messages.stream().anyMatch(message -> message.id.equals(answer.prompt) && message.kind.isSideActivity());
    }

    List<ModelMessage> messagesOf(ModelRun run) {
        return messages.stream()
                .filter(message -> runOf(message.id).equals(Optional.of(run)))
                .toList();
    }
}
