package taskglass.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import taskglass.task.Message.Step;

/**
 * The known messages of a session, and the latest run, which is computed from them. The same message may be reported
 * twice, late, or by a reading.
 *
 * @param undone id of the message from which on the user has undone everything, "" for none
 */
record Transcript(Messages messages, Coverage coverage, Marks marks, String undone, Optional<Run> run) {
    static final Transcript EMPTY = new Transcript(Messages.EMPTY, Coverage.NONE, Marks.NONE, "", Optional.empty());

    /** The maximum number of messages kept while waiting for a reading to show which of them make up the run. */
    private static final int MANY = 256;

    /** Id of the newest message up to which everything is known; "" for none. */
    String coveredTo() {
        return coverage.to();
    }

    /** Its session was just created. */
    Transcript created(long revision) {
        return messages.size() == 0 ? now(messages, Coverage.fromTheStart(revision), marks) : this;
    }

    /** The stream continues to report messages. It last started or stopped at revision {@code turned}. */
    Transcript continued(long turned, long revision) {
        return now(messages, coverage.continued(turned, revision), marks);
    }

    Transcript doubted(long revision) {
        return now(messages, coverage.doubted(revision), marks);
    }

    /** A part was reported of a message before that one, but the message itself was not: it was missed. */
    Transcript overtaken(String message, long revision) {
        String missed = coverage.whole() && !messages.hints().isEmpty()
                ? messages.hints().lowerKey(message)
                : null;
        return missed != null && missed.compareTo(coveredTo()) > 0 ? doubted(revision) : this;
    }

    Transcript prompted(Prompt prompt) {
        return now(messages.with(prompt), coverage, marks.heardOf(prompt.id()));
    }

    /** Adds an answer. If its prompt was not reported, or the step before it was not closed, something was missed. */
    Transcript answered(AssistantMessage message, long revision) {
        boolean promptMissed =
                (!messages.has(message.prompt()) && message.prompt().compareTo(coveredTo()) > 0)
                        || messages.isUnexplained(message.prompt());
        boolean endMissed = !messages.has(message.id())
                && messages.newestStep()
                        .filter(newest -> !newest.closed())
                        .filter(newest -> newest.id().compareTo(message.id()) < 0)
                        .isPresent();
        boolean missed = (promptMissed || endMissed) && !isPast(message.id());
        Coverage known = missed ? coverage.doubted(revision) : coverage;
        Transcript next = now(messages.with(message), known, marks.heardOf(message.id()));
        return next.beganBefore(this)
                ? next.now(next.messages, next.coverage.doubted(revision).forgotten(), next.marks)
                : next;
    }

    /**
     * Whether the run turned out to have begun earlier than assumed. Messages before the assumed start may have been
     * dropped.
     */
    private boolean beganBefore(Transcript thought) {
        String before = thought.run.map(known -> known.first().id()).orElse("");
        return run.filter(known -> known.first().id().compareTo(before) < 0).isPresent();
    }

    /** Adds a call. If its message was not reported, something was missed. */
    Transcript called(ToolCall call, Instant now, long revision) {
        boolean missed = !messages.has(call.message()) && !isPast(call.message());
        Coverage known = missed ? coverage.doubted(revision) : coverage;
        return now(messages.with(call), known, marks.heardOf(call.message()).noticed(now));
    }

    /**
     * Adds a text. If a user message contains it, the message is a prompt. Its kind may be reported later.
     */
    Transcript said(Fact.Said words) {
        Messages told = messages.with(words.message(), PromptKind.PROMPT);
        Marks heard = marks.heardOf(words.message());
        return now(told, coverage, told.isAsked(words.message()) ? heard : heard.said(words));
    }

    /** Adds the kind of a user message, as reported by one of its parts. */
    Transcript sent(Fact.Sent part) {
        return now(messages.with(part.message(), part.kind()), coverage, marks.heardOf(part.message()));
    }

    /** Removes a message. Messages before it may have been dropped. */
    Transcript removed(String message, long revision) {
        return messages.has(message)
                ? now(messages.without(message), coverage.doubted(revision).forgotten(), marks)
                : this;
    }

    /**
     * The user has undone everything from that message on, or has taken that back. Messages before it may have been
     * dropped.
     */
    Transcript undone(String from, long revision) {
        return from.equals(undone)
                ? this
                : now(messages, coverage.doubted(revision).forgotten(), marks, from);
    }

    /** Adds an error about the newest message reported by the stream, which may be a prompt that became no run. */
    Transcript erred(TaskError error, Instant now) {
        boolean ended = messages.newestStep().map(Step::closed).orElse(true);
        Transcript begun = ended && !behind() ? busy(now) : this;
        return now(messages, coverage, begun.marks.erred(error));
    }

    /** The session became busy: with the prompt that waits, or with one that was not reported. */
    Transcript busy(Instant now) {
        return new RunRule(messages)
                .waiting()
                .map(prompt -> now(messages, coverage, marks.begun(prompt)))
                .orElseGet(() ->
                        run.isPresent() || aside().isPresent() ? this : now(messages, coverage, marks.noticed(now)));
    }

    /** The session's last message, if it belongs to no run. */
    Optional<Message> aside() {
        return messages.newestAside();
    }

    /** Whether it works for a message whose kind only a reading can show. Its run may be a different one. */
    boolean unexplained() {
        return !coverage.whole()
                && run.flatMap(Run::last)
                        .map(AssistantMessage::prompt)
                        .filter(messages::isUnexplained)
                        .filter(prompt -> !run.get().first().id().equals(prompt)
                                || messages.workBefore(run.get().first()).isPresent())
                        .isPresent();
    }

    /** Whether the run is certainly over: servers accept a shell command only from an idle session. */
    boolean leftForAnother() {
        return coverage.whole() && aside().isPresent();
    }

    /** The activity outside any run, as the user sees it. */
    Optional<Beside> beside() {
        return aside().map(newest -> messages.newestIsSummary() ? new Beside.Summary() : command(newest));
    }

    private static Beside command(Message newest) {
        return newest instanceof Step step && !step.calls().isEmpty()
                ? new Beside.Command(step.calls().lastEntry().getValue().tool())
                : new Beside.Command("bash");
    }

    /** Whether known messages have not been reported by the stream yet. */
    boolean behind() {
        return marks.heardTo().compareTo(messages.newest()) < 0;
    }

    /** Whether that message came after all known ones. */
    boolean isNewest(String message) {
        return messages.newest().compareTo(message) < 0;
    }

    /** Whether the newest message asks for work and nothing known was done for it. */
    boolean unanswered() {
        return messages.asked(messages.newest())
                .filter(prompt -> !prompt.kind().aside())
                .isPresent();
    }

    /** Whether the newest message is a prompt that was not seen to be worked on. */
    boolean waiting() {
        return new RunRule(messages)
                .waiting()
                .filter(prompt -> !prompt.id().equals(marks.begun()))
                .isPresent();
    }

    /** When the newest known prompt was written, by the server's clock; the epoch for none. */
    Instant newestPrompt() {
        return messages.newestPrompt(prompt -> true).map(Prompt::at).orElse(Instant.EPOCH);
    }

    /** Applies a reading asked for at that revision: of all messages of the run, or of its end alone. */
    Transcript read(List<Fact> facts, boolean complete, long asked) {
        ReadMessages reading = new ReadMessages(facts, complete);
        Messages more = reading.into(messages);
        boolean news = !messages.byId().keySet().containsAll(more.byId().keySet());
        Coverage now = complete ? coverage.read(asked) : news ? coverage.doubted(asked) : coverage;
        return now(more, now, reading.into(marks));
    }

    /** Whether the server refuses to return its messages, and no run is known. */
    boolean untold() {
        return coverage.refused() && run.isEmpty();
    }

    /** The server has refused to return more of the run. */
    Transcript cut() {
        return now(messages, coverage.refusedToTell(), marks);
    }

    /** Whether a message came before a run of which more is known. What is reported about it now is late. */
    private boolean isPast(String message) {
        return run.filter(known -> known.first().id().compareTo(message) > 0)
                .flatMap(Run::last)
                .isPresent();
    }

    /** Notes how far everything is known, drops what came before the run, and computes the run. */
    private Transcript now(Messages known, Coverage how, Marks noted) {
        return known.same(messages) && how.equals(coverage) && noted.equals(marks)
                ? this
                : now(known, how, noted, undone);
    }

    private static Transcript now(Messages known, Coverage how, Marks noted, String undone) {
        Coverage covered = known.newestClosed().map(how::closed).orElse(how);
        RunRule rule = new RunRule(counted(known, undone));
        boolean overtaken = covered.whole()
                && rule.isOvertaken(noted.begun())
                && noted.errorAfter(noted.begun()).isEmpty();
        Optional<Prompt> beginning = rule.beginning(overtaken ? "" : noted.begun());
        Messages kept = known;
        if (beginning.isPresent() && (covered.whole() || known.size() > MANY)) {
            kept = known.since(beginning.get());
            covered = covered.whole() ? covered : covered.forgotten();
        }
        Run.Known facts = new Run.Known(counted(kept, undone), covered.whole(), noted.before(undone));
        return new Transcript(kept, covered, noted, undone, Run.of(beginning, facts));
    }

    private static Messages counted(Messages known, String undone) {
        return undone.isEmpty() ? known : known.before(undone);
    }
}
