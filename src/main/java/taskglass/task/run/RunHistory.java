package taskglass.task.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import taskglass.task.TaskError;
import taskglass.task.ToolCall;
import taskglass.task.run.Message.Step;

/**
 * The known messages of a session, and the latest run, which is computed from them. The same message may be reported
 * twice, late, or by a reading.
 *
 * @param undone id of the message from which on the user has undone everything, "" for none
 */
public record RunHistory(
        Messages messages, RunCoverage coverage, SessionHints hints, String undone, Optional<Run> run) {
    public static final RunHistory EMPTY =
            new RunHistory(Messages.EMPTY, RunCoverage.NONE, SessionHints.NONE, "", Optional.empty());

    /** The maximum number of messages kept while waiting for a reading to show which of them make up the run. */
    private static final int MANY = 256;

    /** Id of the newest message up to which everything is known; "" for none. */
    public String coveredTo() {
        return coverage.to();
    }

    /** Its session was just created. */
    public RunHistory created(long revision) {
        return messages.size() == 0 ? now(messages, RunCoverage.fromTheStart(revision), hints) : this;
    }

    /** The stream continues to report messages. It last started or stopped at revision {@code turned}. */
    public RunHistory continued(long turned, long revision) {
        return now(messages, coverage.continued(turned, revision), hints);
    }

    public RunHistory doubted(long revision) {
        return now(messages, coverage.doubted(revision), hints);
    }

    /** A part was reported of a message before that one, but the message itself was not: it was missed. */
    public RunHistory overtaken(String message, long revision) {
        String missed = coverage.whole() && !messages.hints().isEmpty()
                ? messages.hints().lowerKey(message)
                : null;
        return missed != null && missed.compareTo(coveredTo()) > 0 ? doubted(revision) : this;
    }

    public RunHistory prompted(Prompt prompt) {
        return now(messages.with(prompt), coverage, hints.withMessage(prompt.id()));
    }

    /** Adds an answer. If its prompt was not reported, or the step before it was not closed, something was missed. */
    public RunHistory answered(AssistantMessage message, long revision) {
        boolean promptMissed =
                (!messages.has(message.prompt()) && message.prompt().compareTo(coveredTo()) > 0)
                        || messages.isUnexplained(message.prompt());
        boolean endMissed = !messages.has(message.id())
                && messages.newestStep()
                        .filter(newest -> !newest.closed())
                        .filter(newest -> newest.id().compareTo(message.id()) < 0)
                        .isPresent();
        boolean missed = (promptMissed || endMissed) && !isPast(message.id());
        RunCoverage known = missed ? coverage.doubted(revision) : coverage;
        RunHistory next = now(messages.with(message), known, hints.withMessage(message.id()));
        return next.beganBefore(this)
                ? next.now(next.messages, next.coverage.doubted(revision).forgotten(), next.hints)
                : next;
    }

    /** Whether the run began earlier than assumed. Messages before the assumed start may have been dropped. */
    private boolean beganBefore(RunHistory thought) {
        String before = thought.run.map(known -> known.first().id()).orElse("");
        return run.filter(known -> known.first().id().compareTo(before) < 0).isPresent();
    }

    /** Adds a call. If its message was not reported, something was missed. */
    public RunHistory withCall(ToolCall call, Instant now, long revision) {
        boolean missed = !messages.has(call.message()) && !isPast(call.message());
        RunCoverage known = missed ? coverage.doubted(revision) : coverage;
        return now(messages.with(call), known, hints.withMessage(call.message()).noticed(now));
    }

    /**
     * Adds a text. If a user message contains it, the message is a prompt. Its kind may be reported later.
     */
    public RunHistory withText(Fact.Text text) {
        Messages updated = messages.with(text.message(), PromptKind.PROMPT);
        SessionHints more = hints.withMessage(text.message());
        return now(updated, coverage, updated.isAsked(text.message()) ? more : more.withText(text));
    }

    /** Adds the kind of a user message, as reported by one of its parts. */
    public RunHistory sent(Fact.Sent part) {
        return now(messages.with(part.message(), part.kind()), coverage, hints.withMessage(part.message()));
    }

    /** Removes a message. Messages before it may have been dropped. */
    public RunHistory removed(String message, long revision) {
        return messages.has(message)
                ? now(messages.without(message), coverage.doubted(revision).forgotten(), hints)
                : this;
    }

    /**
     * The user has undone everything from that message on, or has taken that back. Messages before it may have been
     * dropped.
     */
    public RunHistory undone(String from, long revision) {
        return from.equals(undone)
                ? this
                : now(messages, coverage.doubted(revision).forgotten(), hints, from);
    }

    /** Adds an error about the newest message reported by the stream, which may be a prompt that became no run. */
    public RunHistory erred(TaskError error, Instant now) {
        boolean ended = messages.newestStep().map(Step::closed).orElse(true);
        RunHistory begun = ended && !behind() ? busy(now) : this;
        return now(messages, coverage, begun.hints.erred(error));
    }

    /** The session became busy: with the prompt that waits, or with one that was not reported. */
    public RunHistory busy(Instant now) {
        return new RunRule(messages)
                .waiting()
                .map(prompt -> now(messages, coverage, hints.begun(prompt)))
                .orElseGet(() -> run.isPresent() || lastSideMessage().isPresent()
                        ? this
                        : now(messages, coverage, hints.noticed(now)));
    }

    /** The session's last message, if it belongs to no run. */
    public Optional<Message> lastSideMessage() {
        return messages.newestAside();
    }

    /** Whether it works for a message whose kind only a reading can show. Its run may be a different one. */
    public boolean unexplained() {
        return !coverage.whole()
                && run.flatMap(Run::last)
                        .map(AssistantMessage::prompt)
                        .filter(messages::isUnexplained)
                        .filter(prompt -> !run.get().first().id().equals(prompt)
                                || messages.workBefore(run.get().first()).isPresent())
                        .isPresent();
    }

    /** Whether the run is certainly over: servers accept a shell command only from an idle session. */
    public boolean followedByCommand() {
        return coverage.whole() && lastSideMessage().isPresent();
    }

    /** The activity outside any run, as the user sees it. */
    public Optional<SideActivity> sideActivity() {
        return lastSideMessage()
                .map(newest -> messages.newestIsSummary() ? new SideActivity.Summary() : command(newest));
    }

    private static SideActivity command(Message newest) {
        return newest instanceof Step step && !step.calls().isEmpty()
                ? new SideActivity.Command(step.calls().lastEntry().getValue().tool())
                : new SideActivity.Command("bash");
    }

    /** Whether known messages have not been reported by the stream yet. */
    public boolean behind() {
        return hints.newestReported().compareTo(messages.newest()) < 0;
    }

    /** Whether that message came after all known ones. */
    public boolean isNewest(String message) {
        return messages.newest().compareTo(message) < 0;
    }

    /** Whether the newest message asks for work and nothing known was done for it. */
    public boolean unanswered() {
        return messages.prompt(messages.newest())
                .filter(prompt -> !prompt.kind().isSideActivity())
                .isPresent();
    }

    /** Whether the newest message is a prompt that was not seen to be worked on. */
    public boolean waiting() {
        return new RunRule(messages)
                .waiting()
                .filter(prompt -> !prompt.id().equals(hints.begun()))
                .isPresent();
    }

    /** When the newest known prompt was written, by the server's clock; the epoch for none. */
    public Instant newestPrompt() {
        return messages.newestPrompt(prompt -> true).map(Prompt::at).orElse(Instant.EPOCH);
    }

    /** Applies a reading asked for at that revision: of all messages of the run, or of its end alone. */
    public RunHistory read(List<Fact> facts, boolean complete, long asked) {
        ReadMessages reading = new ReadMessages(facts, complete);
        Messages more = reading.into(messages);
        boolean hasNew = !messages.byId().keySet().containsAll(more.byId().keySet());
        RunCoverage now = complete ? coverage.read(asked) : hasNew ? coverage.doubted(asked) : coverage;
        return now(more, now, reading.into(hints));
    }

    /** Whether the server refuses to return its messages, and no run is known. */
    public boolean messagesRefused() {
        return coverage.refused() && run.isEmpty();
    }

    /** The server has refused to return more of the run. */
    public RunHistory cut() {
        return now(messages, coverage.refusedToTell(), hints);
    }

    /** Whether a message came before a run of which more is known. What is reported about it now is late. */
    private boolean isPast(String message) {
        return run.filter(known -> known.first().id().compareTo(message) > 0)
                .flatMap(Run::last)
                .isPresent();
    }

    /** Notes how far everything is known, drops what came before the run, and computes the run. */
    private RunHistory now(Messages known, RunCoverage how, SessionHints noted) {
        return known.same(messages) && how.equals(coverage) && noted.equals(hints)
                ? this
                : now(known, how, noted, undone);
    }

    private static RunHistory now(Messages known, RunCoverage how, SessionHints noted, String undone) {
        RunCoverage covered = known.newestClosed().map(how::closed).orElse(how);
        RunRule rule = new RunRule(counted(known, undone));
        boolean overtaken = covered.whole()
                && rule.isOvertaken(noted.begun())
                && noted.errorAfter(noted.begun()).isEmpty();
        Optional<Prompt> beginning = rule.beginning(overtaken ? "" : noted.begun());
        Messages remaining = known;
        if (beginning.isPresent() && (covered.whole() || known.size() > MANY)) {
            remaining = known.since(beginning.get());
            covered = covered.whole() ? covered : covered.forgotten();
        }
        Run.Known facts = new Run.Known(counted(remaining, undone), covered.whole(), noted.before(undone));
        return new RunHistory(remaining, covered, noted, undone, Run.of(beginning, facts));
    }

    private static Messages counted(Messages known, String undone) {
        return undone.isEmpty() ? known : known.before(undone);
    }
}
