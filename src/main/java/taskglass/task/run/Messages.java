package taskglass.task.run;

import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pcollections.TreePMap;
import taskglass.task.ToolCall;
import taskglass.task.run.Message.Asked;
import taskglass.task.run.Message.Step;

/**
 * The newest messages of a session by id, starting with the one before its latest run. The messages of the run are
 * derived from them, so the order in which they were reported does not matter. Adding a message costs the same in a run
 * of a thousand steps as in a run of one, because two states share everything that is the same in both (decision 046).
 *
 * @param prompts the messages that the user or a parent wrote, or whose author is not known yet
 * @param asides the user messages whose answers belong to no run
 * @param hints what was reported about messages that are not known themselves yet
 */
public record Messages(
        TreePMap<String, Message> byId,
        TreePMap<String, Prompt> prompts,
        TreePMap<String, Prompt> asides,
        TreePMap<String, PromptKind> hints) {
    static final Messages EMPTY = new Messages(TreePMap.empty(), TreePMap.empty(), TreePMap.empty(), TreePMap.empty());

    /** Compares from the end, where two states of a session usually differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Messages that
                && hints.equals(that.hints)
                && (byId.equals(that.byId) || (size() == that.size() && sameNewestFirst(that)));
    }

    private boolean sameNewestFirst(Messages other) {
        Iterator<Message> others = other.byId.descendingMap().values().iterator();
        return byId.descendingMap().values().stream().allMatch(message -> message.equals(others.next()));
    }

    @Override
    public int hashCode() {
        return byId.hashCode();
    }

    /** Whether nothing was added since. Comparing a thousand messages for each event would cost too much. */
    @SuppressWarnings("ReferenceEquality")
    boolean same(Messages other) {
        return byId == other.byId && hints == other.hints;
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }

    public int size() {
        return byId.size();
    }

    /** Id of the newest message, "" for none. */
    String newest() {
        return byId.isEmpty() ? "" : byId.lastKey();
    }

    Optional<Step> newestStep() {
        return steps(byId.descendingMap().values().stream()).findFirst();
    }

    /** Id of the newest assistant message that is closed. */
    Optional<String> newestClosed() {
        return steps(byId.descendingMap().values().stream())
                .filter(Step::closed)
                .findFirst()
                .map(Step::id);
    }

    Messages with(Prompt prompt) {
        Prompt hint = prompt.and(hints.getOrDefault(prompt.id(), PromptKind.UNKNOWN));
        return put(
                new Asked(prompt(prompt.id()).map(Prompt::kind).map(hint::and).orElse(hint)));
    }

    /** Adds an assistant message. If its prompt is new, the prompt arrived no later; its kind is read afterwards. */
    Messages with(AssistantMessage message) {
        Messages asked = message.prompt().isEmpty() || has(message.prompt())
                ? this
                : with(new Prompt(message.prompt(), message.created(), PromptKind.UNKNOWN));
        return asked.put(asked.stepOrNew(message.id()).with(message));
    }

    Messages with(ToolCall call) {
        return put(stepOrNew(call.message()).with(call));
    }

    /** Adds the kind of a user message, as one of its parts reports it. The part may arrive before the message. */
    Messages with(String id, PromptKind kind) {
        if (byId.get(id) instanceof Step) {
            return this;
        }
        Optional<Prompt> known = prompt(id);
        if (known.isPresent()) {
            return put(new Asked(known.get().and(kind)));
        }
        PromptKind hint = hints.getOrDefault(id, PromptKind.UNKNOWN);
        return hint.and(kind) == hint ? this : new Messages(byId, prompts, asides, hints.plus(id, hint.and(kind)));
    }

    Messages without(String id) {
        return has(id) ? new Messages(byId.minus(id), prompts.minus(id), asides.minus(id), hints.minus(id)) : this;
    }

    Optional<Prompt> prompt(String id) {
        return byId.get(id) instanceof Asked(Prompt prompt) ? Optional.of(prompt) : Optional.empty();
    }

    /** Whether that message is a user message whose kind is not known yet. */
    boolean isUnexplained(String id) {
        return prompt(id).filter(prompt -> prompt.is(PromptKind.UNKNOWN)).isPresent();
    }

    /** Whether it is known to be a user message. */
    boolean isAsked(String id) {
        return byId.get(id) instanceof Asked;
    }

    /** The assistant message with that id. */
    Optional<Step> step(String id) {
        return byId.get(id) instanceof Step known ? Optional.of(known) : Optional.empty();
    }

    private Step stepOrNew(String id) {
        return step(id).orElseGet(() -> Step.of(id));
    }

    private Messages put(Message message) {
        String id = message.id();
        if (message.equals(byId.get(id))) {
            return this;
        }
        TreePMap<String, Message> more = byId.plus(id, message);
        TreePMap<String, PromptKind> left = hints.minus(id);
        return switch (message) {
            case Step s -> new Messages(more, prompts, asides, left);
            case Asked(Prompt prompt) ->
                new Messages(
                        more,
                        put(prompts, prompt, isStart(prompt)),
                        put(asides, prompt, prompt.kind().isSideActivity()),
                        left);
        };
    }

    private static TreePMap<String, Prompt> put(TreePMap<String, Prompt> map, Prompt prompt, boolean belongs) {
        return belongs ? map.plus(prompt.id(), prompt) : map.minus(prompt.id());
    }

    static boolean isStart(Prompt prompt) {
        return prompt.is(PromptKind.PROMPT) || prompt.is(PromptKind.UNKNOWN);
    }

    /** Whether that step belongs to no run. */
    boolean isAside(Step step) {
        return !asides.isEmpty()
                && step.answer()
                        .filter(answer -> asides.containsKey(answer.prompt()))
                        .isPresent();
    }

    /** The newest message, if it belongs to no run: a {@code !} command, or a summary that the user requested. */
    Optional<Message> newestAside() {
        return asides.isEmpty() || byId.isEmpty()
                ? Optional.empty()
                : Optional.of(byId.lastEntry().getValue()).filter(message -> switch (message) {
                    case Asked(Prompt prompt) -> prompt.kind().isSideActivity();
                    case Step step -> isAside(step);
                });
    }

    /** Whether the newest message outside any run is a summary. */
    boolean newestIsSummary() {
        return !asides.isEmpty() && asides.lastEntry().getValue().is(PromptKind.SUMMARY);
    }

    /** The newest assistant message of a run before that prompt. */
    Optional<Step> workBefore(Prompt prompt) {
        return work(byId.headMap(prompt.id(), false).descendingMap().values()).findFirst();
    }

    private Stream<Step> work(Collection<Message> messages) {
        return steps(messages.stream()).filter(step -> !isAside(step));
    }

    private static Stream<Step> steps(Stream<Message> messages) {
        return messages.filter(Step.class::isInstance).map(Step.class::cast);
    }

    Optional<Prompt> newestPrompt(Predicate<Prompt> wanted) {
        return prompts.descendingMap().values().stream().filter(wanted).findFirst();
    }

    /** The assistant messages of runs after that message, oldest first. */
    Stream<Step> stepsAfter(String id) {
        return work(byId.tailMap(id, false).values());
    }

    /** The assistant messages of runs after that message, newest first. */
    Stream<Step> newestStepsAfter(String id) {
        return work(byId.tailMap(id, false).descendingMap().values());
    }

    /** All messages after that message, oldest first. */
    Collection<Message> after(String id) {
        return byId.tailMap(id, false).values();
    }

    /** Drops the messages before that prompt, except the last step: it may show that the prompt joined its run. */
    Messages since(Prompt beginning) {
        Optional<Step> before = workBefore(beginning);
        if (newest().equals(beginning.id()) && before.filter(Step::closed).isEmpty()) {
            return this;
        }
        String from = before.map(Step::id).orElse(beginning.id());
        return from.equals(byId.firstKey())
                ? this
                : new Messages(
                        byId.tailMap(from, true),
                        prompts.tailMap(from, true),
                        asides.tailMap(from, true),
                        hints.tailMap(from, true));
    }

    /** Drops that message and all after it. */
    Messages before(String id) {
        return new Messages(
                byId.headMap(id, false),
                prompts.headMap(id, false),
                asides.headMap(id, false),
                hints.headMap(id, false));
    }

    /** Drops messages between two ids that are not among the given ones, and hints about others up to the last. */
    Messages only(Collection<String> ids, String first, String last) {
        Messages left = new Messages(byId, prompts, asides, hints.tailMap(last, false));
        for (String id : byId.subMap(first, true, last, true).keySet()) {
            left = ids.contains(id) ? left : left.without(id);
        }
        return left;
    }
}
