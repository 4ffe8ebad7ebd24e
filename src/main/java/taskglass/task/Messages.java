package taskglass.task;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pcollections.TreePMap;
import taskglass.task.Message.Asked;
import taskglass.task.Message.Step;

/**
 * The newest messages of a session, by id, from the one before its latest run: which of them make up the run is read
 * off them, so that the order in which they were told cannot matter. One more message costs the same in a run of a
 * thousand steps as in a run of one: two states share all that is the same in both (decision 046).
 *
 * @param prompts those of them that are prompts
 */
record Messages(TreePMap<String, Message> byId, TreePMap<String, Prompt> prompts) {
    static final Messages EMPTY = new Messages(TreePMap.empty(), TreePMap.empty());

    /** Two states of a session differ at the end first. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Messages that && (same(that) || (size() == that.size() && sameNewestFirst(that)));
    }

    private boolean sameNewestFirst(Messages other) {
        Iterator<Message> others = other.byId.descendingMap().values().iterator();
        return byId.descendingMap().values().stream().allMatch(message -> message.equals(others.next()));
    }

    @Override
    public int hashCode() {
        return byId.hashCode();
    }

    /** Whether nothing was put in since: to compare a thousand messages for each event would cost more than all else. */
    @SuppressWarnings("ReferenceEquality")
    boolean same(Messages other) {
        return byId == other.byId;
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }

    int size() {
        return byId.size();
    }

    /** Id of the newest message, "" for none. */
    String newest() {
        return byId.isEmpty() ? "" : byId.lastKey();
    }

    Optional<Step> newestStep() {
        return stepBefore(byId.descendingMap().values());
    }

    /** Id of the newest assistant message that is closed. */
    Optional<String> newestClosed() {
        return steps(byId.descendingMap().values().stream())
                .filter(Step::closed)
                .findFirst()
                .map(Step::id);
    }

    Messages with(Prompt prompt) {
        return put(new Asked(prompt));
    }

    /** Its prompt may be new with it: then it came no later. */
    Messages with(AssistantMessage message) {
        Messages asked = message.prompt().isEmpty() || has(message.prompt())
                ? this
                : with(new Prompt(message.prompt(), message.created()));
        return asked.put(asked.stepOrNew(message.id()).with(message));
    }

    Messages with(ToolCall call) {
        return put(stepOrNew(call.message()).with(call));
    }

    /** The assistant message of that id. */
    Optional<Step> step(String id) {
        return byId.get(id) instanceof Step known ? Optional.of(known) : Optional.empty();
    }

    private Step stepOrNew(String id) {
        return step(id).orElseGet(() -> Step.of(id));
    }

    private Messages put(Message message) {
        if (message.equals(byId.get(message.id()))) {
            return this;
        }
        return new Messages(
                byId.plus(message.id(), message),
                message instanceof Asked(Prompt prompt) ? prompts.plus(prompt.id(), prompt) : prompts);
    }

    /** The newest message, if it is a prompt that no message of the run before outlasted: work on it may follow. */
    Optional<Prompt> waiting() {
        return newestPrompt(prompt -> true)
                .filter(prompt -> prompt.id().equals(newest()))
                .filter(prompt -> !joined(prompt));
    }

    /**
     * The prompt that began the latest run: the last that was worked on and that arrived when all work before it had
     * ended. Of several prompts in a row only the last begins a run, for those before it may be notes.
     *
     * @param begun id of a prompt of which it is known that it was worked on, though nothing answers it yet
     */
    Optional<Prompt> beginning(String begun) {
        Optional<Prompt> first = Optional.empty();
        for (Prompt prompt : prompts.descendingMap().values()) {
            if (answered(prompt) || prompt.id().equals(begun)) {
                if (!joined(prompt)) {
                    return Optional.of(prompt);
                }
                first = Optional.of(prompt);
            }
        }
        return first;
    }

    private boolean answered(Prompt prompt) {
        Map.Entry<String, Message> next = byId.higherEntry(prompt.id());
        return next != null && next.getValue() instanceof Step;
    }

    private boolean joined(Prompt prompt) {
        return stepBefore(byId.headMap(prompt.id(), false).descendingMap().values())
                .filter(step -> step.outlasted(prompt))
                .isPresent();
    }

    private static Optional<Step> stepBefore(Collection<Message> newestFirst) {
        return steps(newestFirst.stream()).findFirst();
    }

    private static Stream<Step> steps(Stream<Message> messages) {
        return messages.filter(Step.class::isInstance).map(Step.class::cast);
    }

    Optional<Prompt> newestPrompt(Predicate<Prompt> wanted) {
        return prompts.descendingMap().values().stream().filter(wanted).findFirst();
    }

    /** The assistant messages after that message, oldest first. */
    Stream<Step> stepsAfter(String id) {
        return steps(byId.tailMap(id, false).values().stream());
    }

    /** The same, newest first. */
    Stream<Step> newestStepsAfter(String id) {
        return steps(byId.tailMap(id, false).descendingMap().values().stream());
    }

    /** Without what came before that prompt, but for the last step: it may still tell that the prompt joined its run. */
    Messages since(Prompt beginning) {
        Optional<Step> before =
                stepBefore(byId.headMap(beginning.id(), false).descendingMap().values());
        if (newest().equals(beginning.id()) && before.filter(Step::closed).isEmpty()) {
            return this;
        }
        String from = before.map(Step::id).orElse(beginning.id());
        return from.equals(byId.firstKey())
                ? this
                : new Messages(byId.tailMap(from, true), prompts.tailMap(from, true));
    }
}
