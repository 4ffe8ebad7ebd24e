package taskglass.shell.output;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import taskglass.task.Activity;
import taskglass.task.Assignment;
import taskglass.task.ModelRef;
import taskglass.task.TaskKey;
import taskglass.task.ToolCall;
import taskglass.task.Usage;
import taskglass.task.request.Attention;
import taskglass.task.run.Run;
import taskglass.task.run.ToolTally;
import taskglass.task.status.AgentTask;
import taskglass.task.status.Provenance;
import taskglass.task.store.TaskStore;
import taskglass.task.store.TreeSum;
import taskglass.text.ReasonText;

/** A task as one line of JSON. src/docs/shell.md documents every field. An absent fact is null, never omitted. */
public record TaskJson(ObjectNode fields) {
    /** ISO 8601 in UTC, to the millisecond. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    /** Fields that differ in every line, and so are not news. */
    private static final List<String> OF_THE_MOMENT = List.of("time", "elapsedMs", "seenAt");

    private static final Set<String> CONFIRMED = Set.of("stream", "listing");

    public static TaskJson of(TaskStore store, AgentTask task, Instant now) {
        TaskJson json = new TaskJson(JsonNodeFactory.instance.objectNode());
        json.fields.put("time", TIME.format(now));
        json.putIdentity(task);
        json.putRun(task, now);
        json.putUsage(task);
        json.putTree(TreeSum.of(store, task));
        json.put("error", error(task));
        json.putAttention(task);
        json.putProvenance(store.provenance(task));
        return json;
    }

    /** Whether this line contains something that the other one does not. */
    boolean isNewsAfter(TaskJson other) {
        return !facts().equals(other.facts());
    }

    /**
     * The fields that count as news. Stream and listing confirm a status in turn, so a change between them is not news.
     */
    private ObjectNode facts() {
        ObjectNode facts = fields.deepCopy().remove(OF_THE_MOMENT);
        boolean confirmed = CONFIRMED.contains(facts.path("provenance").asText());
        return confirmed ? facts.remove(List.of("provenance")) : facts;
    }

    private void putIdentity(AgentTask task) {
        Assignment assignment = task.session().assignment();
        fields.put("server", task.key().server().url());
        fields.put("session", task.key().session());
        put("backgroundId", unlessEmpty(task.backgroundId()));
        put("parent", task.session().parent().map(TaskKey::session));
        fields.put("title", task.name());
        put("agent", assignment.agent());
        put("model", assignment.model().map(ModelRef::toString));
        put("directory", unlessEmpty(task.session().directory()));
    }

    private void putRun(AgentTask task, Instant now) {
        Optional<ToolTally> tools = task.run().map(Run::tools);
        Optional<ToolTally> known = tools.filter(tally -> tally.exact() || tally.count() > 0);
        put("status", StatusName.of(task.status()));
        fields.put("toolCalls", known.map(ToolTally::count).orElse(null));
        fields.put("toolCallsExact", known.map(ToolTally::exact).orElse(null));
        put("lastTool", known.flatMap(ToolTally::last).map(ToolCall::tool));
        put("startedAt", task.started().map(TIME::format));
        put("endedAt", task.ended().map(TIME::format));
        fields.put("elapsedMs", task.elapsed(now).map(Duration::toMillis).orElse(null));
    }

    private void putUsage(AgentTask task) {
        Optional<Usage> usage = task.run().flatMap(Run::usage);
        fields.put("tokensIn", usage.map(Usage::tokensIn).orElse(null));
        fields.put("tokensOut", usage.map(Usage::tokensOut).orElse(null));
        fields.put("cost", usage.map(TaskJson::dollars).orElse(null));
    }

    /** Adds the sums of the task and all tasks below it. */
    private void putTree(TreeSum tree) {
        boolean known = tree.exact() || tree.calls() > 0;
        fields.put("treeTasks", tree.tasks());
        fields.put("treeToolCalls", known ? tree.calls() : null);
        fields.put("treeToolCallsExact", known ? tree.exact() : null);
        fields.put("treeCost", tree.exact() ? dollars(tree.usage()) : null);
    }

    /** Rounds to a billionth of a dollar, because sums of binary fractions have long tails. */
    private static BigDecimal dollars(Usage usage) {
        return BigDecimal.valueOf(usage.cost())
                .setScale(9, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
    }

    private void putAttention(AgentTask task) {
        Optional<Attention> oldest = task.attention().stream().findFirst();
        if (oldest.isEmpty()) {
            fields.putNull("attention");
            return;
        }
        Attention request = oldest.get();
        fields.putObject("attention")
                .put("id", request.id())
                .put("kind", word(request.kind()))
                .put("topic", request.topic())
                .put("detail", request.detail());
    }

    private void putProvenance(Provenance provenance) {
        fields.put("provenance", word(provenance.source()));
        put(
                "seenAt",
                Optional.of(provenance.at())
                        .filter(at -> !at.equals(Instant.EPOCH))
                        .map(TIME::format));
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    /** Why the run ended, or the provider's message while the request is retried. */
    static Optional<String> error(AgentTask task) {
        return task.activity() instanceof Activity.Retrying retry
                ? Optional.of(retry.reason())
                : unlessEmpty(ReasonText.of(task));
    }

    private void put(String name, Optional<String> text) {
        fields.put(name, text.orElse(null));
    }

    private static Optional<String> unlessEmpty(String text) {
        return Optional.of(text).filter(words -> !words.isEmpty());
    }

    /** The same for a human reader: time, status, tool calls, session, title. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%s  %-11s  %5s  %s  %s",
                fields.path("time").asText(),
                fields.path("status").asText("idle"),
                fields.path("toolCalls").asText("–"),
                fields.path("session").asText(),
                TerminalText.plain(fields.path("title").asText()));
    }

    /**
     * Escapes characters that JSON may contain but a terminal would obey, or that would end the line for its reader.
     */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        fields.toString().codePoints().forEach(c -> {
            if (isHarmless(c)) {
                line.appendCodePoint(c);
            } else {
                line.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return line.toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> c == 0x200D || c > Character.MAX_VALUE;
            default -> true;
        };
    }
}
