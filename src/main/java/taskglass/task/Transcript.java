package taskglass.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a session's messages: the latest run, and a prompt after it that no work has followed yet (it may
 * be a quiet note, which starts no run). Everything in here only ever moves forward, so that the same message may be
 * heard twice, late, or from a reading.
 */
record Transcript(Optional<Prompt> waiting, Optional<Run> run) {
    static final Transcript EMPTY = new Transcript(Optional.empty(), Optional.empty());

    /** A user message, seen while the session was active or not. */
    Transcript prompted(Prompt prompt, boolean active) {
        if (run.isEmpty()) {
            return waitingFor(prompt);
        }
        Run known = run.get();
        if (!known.first().known() && !prompt.at().isAfter(known.started())) {
            return going(known.dated(prompt));
        }
        if (!prompt.at().isAfter(known.latest().at())) {
            return this;
        }
        return known.openAt(prompt.at()) || (active && known.outcome().isEmpty())
                ? going(known.joined(prompt))
                : waitingFor(prompt);
    }

    /** A user message, read, or heard while the session's idle may have been missed: only the messages tell. */
    Transcript promptedAfterGap(Prompt prompt) {
        boolean midway = run.filter(known -> known.outcome().isEmpty()
                        && known.last().map(last -> !last.closed()).orElse(true))
                .isPresent();
        return prompted(prompt, midway);
    }

    /** Before the messages after those that are known are taken in, in order: what was known beyond is set aside. */
    Transcript toBeReplayed(List<Fact> facts) {
        Optional<Prompt> begin = run.flatMap(known -> beginning(known, facts));
        if (begin.isPresent()) {
            return going(run.orElseThrow().traced(begin.get()).withoutLast());
        }
        boolean beyond = run.filter(known -> known.last()
                        .filter(last -> last.id().compareTo(known.coveredTo()) > 0)
                        .isPresent())
                .isPresent();
        return beyond ? going(run.get().withoutLast()) : this;
    }

    /** The prompt that begins what was read, unless it follows right after the last message that is known. */
    private static Optional<Prompt> beginning(Run known, List<Fact> facts) {
        boolean follows =
                known.last().filter(last -> last.id().equals(known.coveredTo())).isPresent();
        return facts.stream()
                .limit(known.coveredTo().isEmpty() ? facts.size() : 1)
                .filter(Fact.Prompted.class::isInstance)
                .map(fact -> ((Fact.Prompted) fact).prompt())
                .filter(prompt -> known.coveredTo().isEmpty()
                        || (!follows && prompt.at().isAfter(known.latest().at())))
                .findFirst();
    }

    /** What was known beyond is taken up again after a replay. */
    Transcript recalling(Transcript before) {
        Transcript joined = before.run
                .map(Run::latest)
                .filter(Prompt::known)
                .map(this::promptedAfterGap)
                .orElse(this);
        return joined.recallingLast(before);
    }

    private Transcript recallingLast(Transcript before) {
        Optional<AssistantMessage> last = before.run.flatMap(Run::last).filter(message -> owns(message.id()));
        return last.map(message -> going(run.orElseThrow().with(message))).orElse(this);
    }

    /** The session became busy: the waiting prompt's run has begun, or one whose prompt was missed. */
    Transcript busy(Instant now, long revision) {
        return waiting.map(this::begin).orElseGet(() -> going(Run.noticed(now, revision)));
    }

    Transcript answered(AssistantMessage message, long revision) {
        Transcript begun = beginIfAfter(message.id(), message.created(), revision);
        return begun.owns(message.id()) ? begun.going(begun.run.orElseThrow().with(message)) : this;
    }

    /** Told by a reading: a prompt that was answered after a message that nobody ever closed began a run of its own. */
    Transcript replayed(AssistantMessage message, long revision) {
        boolean left = run.filter(known -> known.left(message)).isPresent();
        Transcript mine = left ? going(run.get().traced(run.get().latest()).withoutLast()) : this;
        return mine.answered(message, revision);
    }

    Transcript called(ToolCall call, Instant now, long revision) {
        Transcript begun = beginIfAfter(call.message(), now, revision);
        if (!begun.owns(call.message())) {
            return this;
        }
        Run known = begun.run.orElseThrow();
        return begun.going(known.with(known.tools().with(call)));
    }

    Transcript said(String message, String words) {
        boolean newest =
                run.flatMap(Run::last).filter(last -> last.id().equals(message)).isPresent();
        return newest ? going(run.orElseThrow().said(words)) : this;
    }

    Transcript heard(TaskError error) {
        return run.map(known -> going(known.heard(error))).orElse(this);
    }

    Transcript missedSome(long revision) {
        return run.map(known -> going(known.with(known.tools().missedSome(revision))))
                .orElse(this);
    }

    /** The run may have begun before what was heard of it. */
    Transcript doubted(long revision) {
        return run.map(known -> going(known.glimpsed(revision))).orElse(this);
    }

    /** After a reading of the newest message alone: what was known of the run before counts if it is the same run. */
    Transcript glimpsed(Transcript before, long revision) {
        Optional<String> lastBefore = before.run.flatMap(Run::last).map(AssistantMessage::id);
        Optional<String> last = run.flatMap(Run::last).map(AssistantMessage::id);
        return run.isEmpty() || last.equals(lastBefore) ? this : going(run.get().glimpsed(revision));
    }

    Transcript readAt(long revision) {
        return run.map(known -> going(known.with(known.tools().readAt(revision))))
                .orElse(this);
    }

    private Transcript beginIfAfter(String message, Instant when, long revision) {
        if (waiting.filter(prompt -> prompt.before(message)).isPresent()) {
            return begin(waiting.get());
        }
        return run.isPresent() ? this : going(Run.noticed(when, revision));
    }

    private boolean owns(String message) {
        return run.filter(known -> known.owns(message)).isPresent();
    }

    private Transcript begin(Prompt prompt) {
        return new Transcript(Optional.empty(), Optional.of(Run.begun(prompt)));
    }

    private Transcript waitingFor(Prompt prompt) {
        boolean newer = waiting.isEmpty() || prompt.at().isAfter(waiting.get().at());
        return newer ? new Transcript(Optional.of(prompt), run) : this;
    }

    private Transcript going(Run now) {
        return new Transcript(waiting, Optional.of(now));
    }
}
