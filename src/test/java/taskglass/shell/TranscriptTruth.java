package taskglass.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * What {@code GET /session/{id}/message} says of a session's latest run, in the fields of {@code watch --json}; worked
 * out without any of the code under test. The run begins at the given prompt, the first being 0.
 */
record TranscriptTruth(List<JsonNode> run) {

    static TranscriptTruth of(JsonNode messages, int prompt) {
        List<JsonNode> all = StreamSupport.stream(messages.spliterator(), false).toList();
        List<JsonNode> prompts =
                all.stream().filter(message -> role(message, "user")).toList();
        return new TranscriptTruth(all.subList(all.indexOf(prompts.get(prompt)), all.size()));
    }

    /** The fields in which a line says something else, as "field: it says, instead of"; empty when it agrees. */
    List<String> disagreements(JsonNode line) {
        return fields().entrySet().stream()
                .filter(entry -> !Objects.equals(entry.getValue(), text(line.path(entry.getKey()))))
                .map(entry ->
                        entry.getKey() + ": " + text(line.path(entry.getKey())) + ", instead of " + entry.getValue())
                .toList();
    }

    /** Null is written as the word. */
    private Map<String, String> fields() {
        List<JsonNode> tools = parts("tool");
        List<JsonNode> answers = run.stream().filter(m -> role(m, "assistant")).toList();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("status", status(answers.getLast()));
        fields.put(
                "toolCalls",
                String.valueOf(tools.stream()
                        .map(p -> p.path("callID").asText())
                        .distinct()
                        .count()));
        fields.put("toolCallsExact", "true");
        fields.put(
                "lastTool",
                tools.isEmpty() ? "null" : tools.getLast().path("tool").asText());
        fields.put("startedAt", time(run.getFirst().at("/info/time/created")));
        fields.put(
                "agent",
                answers.getLast()
                        .at("/info/agent")
                        .asText(answers.getLast().at("/info/mode").asText()));
        fields.put(
                "model",
                answers.getLast().at("/info/providerID").asText() + "/"
                        + answers.getLast().at("/info/modelID").asText());
        fields.put("tokensIn", String.valueOf(sum(answers, "/info/tokens/input").longValue()));
        fields.put(
                "tokensOut", String.valueOf(sum(answers, "/info/tokens/output").longValue()));
        fields.put("cost", plain(sum(answers, "/info/cost")));
        JsonNode completed = answers.getLast().at("/info/time/completed");
        if (completed.isNumber()) {
            fields.put("endedAt", time(completed));
        }
        return fields;
    }

    private String status(JsonNode last) {
        String error = last.at("/info/error/name").asText();
        if (last.at("/info/error/data/message").asText().contains("PermissionRejected")) {
            return "interrupted";
        }
        if (!error.isEmpty()) {
            return error.equals("MessageAbortedError") ? "cancelled" : "failed";
        }
        return last.at("/info/finish").asText().equals("stop") ? "completed" : "interrupted";
    }

    private List<JsonNode> parts(String type) {
        return run.stream()
                .flatMap(message -> StreamSupport.stream(message.path("parts").spliterator(), false))
                .filter(part -> part.path("type").asText().equals(type))
                .toList();
    }

    private static BigDecimal sum(List<JsonNode> messages, String pointer) {
        return messages.stream()
                .map(message -> new BigDecimal(message.at(pointer).asText("0")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String text(JsonNode value) {
        return value.isNumber() && !value.isIntegralNumber() ? plain(value.decimalValue()) : value.asText("null");
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String time(JsonNode epochMillis) {
        String text = Instant.ofEpochMilli(epochMillis.asLong()).toString();
        return text.contains(".") ? text : text.replace("Z", ".000Z");
    }

    private static boolean role(JsonNode message, String role) {
        return message.at("/info/role").asText().equals(role);
    }
}
