package taskglass.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import taskglass.task.Message.Step;

/**
 * What is known of a session's messages, and the latest run, which is computed from it: the same message may be heard
 * twice, late, or from a reading.
 *
 * @param undone id of the message from which on a person has undone them all, "" for none
 */
record Transcript(Messages messages, Coverage coverage, Marks marks, String undone, Optional<Run> run) {
    static final Transcript EMPTY = new Transcript(Messages.EMPTY, Coverage.NONE, Marks.NONE, "", Optional.empty());

    /** More messages than this are not kept for a reading to tell which of them make up the run. */
    private static final int MANY = 256;

    /** Id of the newest message up to which everything is known; "" for none. */
    String coveredTo() {
        return coverage.to();
    }

    /** Its session was created before our eyes. */
    Transcript created(long revision) {
        return messages.size() == 0 ? now(messages, Coverage.fromTheStart(revision), marks) : this;
    }

    /** The stream goes on to tell of messages; it last turned at that revision. */
    Transcript continued(long turned, long revision) {
        return now(messages, coverage.continued(turned, revision), marks);
    }

    Transcript doubted(long revision) {
        return now(messages, coverage.doubted(revision), marks);
    }

    /** A part was told of a message before that one, and the message itself was not: it was missed. */
    Transcript overtaken(String message, long revision) {
        String missed = coverage.whole() && !messages.hints().isEmpty()
                ? messages.hints().lowerKey(message)
                : null;
        return missed != null && missed.compareTo(coveredTo()) > 0 ? doubted(revision) : this;
    }

    Transcript prompted(Prompt prompt) {
        return now(messages.with(prompt), coverage, marks.heardOf(prompt.id()));
    }

    /** An answer to a prompt that nobody told, or the next before the last was closed: something was missed. */
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

    /** Whether the run turned out to have begun earlier than was thought: what came before it may have been let go. */
    private boolean beganBefore(Transcript thought) {
        String before = thought.run.map(known -> known.first().id()).orElse("");
        return run.filter(known -> known.first().id().compareTo(before) < 0).isPresent();
    }

    /** A call of a message that nobody told: something was missed. */
    Transcript called(ToolCall call, Instant now, long revision) {
        boolean missed = !messages.has(call.message()) && !isPast(call.message());
        Coverage known = missed ? coverage.doubted(revision) : coverage;
        return now(messages.with(call), known, marks.heardOf(call.message()).noticed(now));
    }

    /** What a user wrote is its prompt; whose words these are may be told later. */
    Transcript said(Fact.Said words) {
        Messages told = messages.with(words.message(), PromptKind.PROMPT);
        Marks heard = marks.heardOf(words.message());
        return now(told, coverage, told.isAsked(words.message()) ? heard : heard.said(words));
    }

    /** A part told what a user message is. */
    Transcript sent(Fact.Sent part) {
        return now(messages.with(part.message(), part.kind()), coverage, marks.heardOf(part.message()));
    }

    /** A message is gone: what came before it may have been let go. */
    Transcript removed(String message, long revision) {
        return messages.has(message)
                ? now(messages.without(message), coverage.doubted(revision).forgotten(), marks)
                : this;
    }

    /** A person has undone all from that message on, or took that back: what came before it may have been let go. */
    Transcript undone(String from, long revision) {
        return from.equals(undone)
                ? this
                : now(messages, coverage.doubted(revision).forgotten(), marks, from);
    }

    /** An error about the newest message of which the stream has told, which may be a prompt that became no run. */
    Transcript erred(TaskError error, Instant now) {
        boolean ended = messages.newestStep().map(Step::closed).orElse(true);
        Transcript begun = ended && !behind() ? busy(now) : this;
        return now(messages, coverage, begun.marks.erred(error));
    }

    /** The session became busy: with the prompt that waits, or with one that nobody told. */
    Transcript busy(Instant now) {
        return new RunRule(messages)
                .waiting()
                .map(prompt -> now(messages, coverage, marks.begun(prompt)))
                .orElseGet(() ->
                        run.isPresent() || aside().isPresent() ? this : now(messages, coverage, marks.noticed(now)));
    }

    /** What the session was last used for, if that belongs to no run. */
    Optional<Message> aside() {
        return messages.newestAside();
    }

    /** Whether it works for a message of which only a reading can tell what it is: its run may be another. */
    boolean unexplained() {
        return !coverage.whole()
                && run.flatMap(Run::last)
                        .map(AssistantMessage::prompt)
                        .filter(messages::isUnexplained)
                        .filter(prompt -> !run.get().first().id().equals(prompt)
                                || messages.workBefore(run.get().first()).isPresent())
                        .isPresent();
    }

    /** Whether the run is over for sure: servers take a command only from one that rests. */
    boolean leftForAnother() {
        return coverage.whole() && aside().isPresent();
    }

    /** That, as a person sees it. */
    Optional<Beside> beside() {
        return aside().map(newest -> messages.newestIsSummary() ? new Beside.Summary() : command(newest));
    }

    private static Beside command(Message newest) {
        return newest instanceof Step step && !step.calls().isEmpty()
                ? new Beside.Command(step.calls().lastEntry().getValue().tool())
                : new Beside.Command("bash");
    }

    /** Whether the stream is still to tell of messages that are known. */
    boolean behind() {
        return marks.heardTo().compareTo(messages.newest()) < 0;
    }

    /** Whether that message came after all that are known. */
    boolean isNewest(String message) {
        return messages.newest().compareTo(message) < 0;
    }

    /** Whether nothing that is known was done for the newest message, which asks for work. */
    boolean unanswered() {
        return messages.asked(messages.newest())
                .filter(prompt -> !prompt.kind().aside())
                .isPresent();
    }

    /** Whether the newest message is a prompt that nobody was seen to work on. */
    boolean waiting() {
        return new RunRule(messages)
                .waiting()
                .filter(prompt -> !prompt.id().equals(marks.begun()))
                .isPresent();
    }

    /** When the newest prompt that is known was written, by the server's clock; the epoch for none. */
    Instant newestPrompt() {
        return messages.newestPrompt(prompt -> true).map(Prompt::at).orElse(Instant.EPOCH);
    }

    /** A reading asked for at that revision: of all messages that make up the run, or of its end alone. */
    Transcript read(List<Fact> facts, boolean complete, long asked) {
        ReadMessages reading = new ReadMessages(facts, complete);
        Messages more = reading.into(messages);
        boolean news = !messages.byId().keySet().containsAll(more.byId().keySet());
        Coverage now = complete ? coverage.read(asked) : news ? coverage.doubted(asked) : coverage;
        return now(more, now, reading.into(marks));
    }

    /** Whether the server refuses to tell of it, and no run is known. */
    boolean untold() {
        return coverage.refused() && run.isEmpty();
    }

    /** Whether nobody knows if there was a run, and its server may tell. */
    boolean unread() {
        return run.isEmpty() && !coverage.whole() && !coverage.refused();
    }

    /** The server has refused to tell more of the run than that. */
    Transcript cut() {
        return now(messages, coverage.refusedToTell(), marks);
    }

    /** Whether a message came before a run of which more is known: what is told of it now is told late. */
    private boolean isPast(String message) {
        return run.filter(known -> known.first().id().compareTo(message) > 0)
                .flatMap(Run::last)
                .isPresent();
    }

    /** Remembers how far all is known, lets go of what came before the run, and computes the run. */
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
