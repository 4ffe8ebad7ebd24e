package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import taskglass.task.AssistantMessage;
import taskglass.task.AssistantMessage.Ending;
import taskglass.task.Fact;
import taskglass.task.Prompt;
import taskglass.task.TaskError;
import taskglass.task.Todos;
import taskglass.task.ToolCall;
import taskglass.task.Usage;

/** Messages and their parts as the V1 API writes them, alike in events and in answers. */
final class MessageWire {
    /** Of what an agent wrote, this much is kept: enough for a toast and the message to a parent. */
    static final int TEXT_KEPT = 2000;

    /** What 2.0.26 says of a call that a person did not permit, and of a question that nobody wanted to answer. */
    static final String DECLINED = "The user declined this tool call";

    static final String DISMISSED = "The user dismissed this question";

    /** Ours: in the words of V1, that a prompt of V2 was put into work that was going on, and begins no run. */
    static final String JOINED = "joined";

    private MessageWire() {}

    /** All that a message of a {@code GET …/message} answer tells. */
    static List<Fact> facts(JsonNode message) {
        List<Fact> facts = new ArrayList<>();
        info(message.path("info")).ifPresent(facts::add);
        boolean assistant = message.at("/info/role").asText().equals("assistant");
        for (JsonNode part : message.path("parts")) {
            part(part).filter(fact -> assistant).ifPresent(facts::add);
        }
        return facts;
    }

    static Optional<Fact> info(JsonNode info) {
        return switch (info.path("role").asText()) {
            case "user" ->
                info.path(JOINED).asBoolean()
                        ? Optional.empty()
                        : Optional.of(new Fact.Prompted(prompt(info), SessionWire.assignment(info)));
            case "assistant" -> Optional.of(new Fact.Answered(assistant(info)));
            default -> Optional.empty();
        };
    }

    static Optional<Fact> part(JsonNode part) {
        String message = part.path("messageID").asText();
        return switch (part.path("type").asText()) {
            case "tool" -> Optional.of(new Fact.Called(call(part, message)));
            case "text" -> said(message, part.path("text").asText());
            default -> Optional.empty();
        };
    }

    static TaskError error(JsonNode error) {
        String name = error.path("name").asText("UnknownError");
        String sentence = SessionWire.text(error.at("/data/message")).orElse(name);
        return new TaskError(rejection(sentence) ? TaskError.REJECTED : name, sentence);
    }

    private static Prompt prompt(JsonNode info) {
        return new Prompt(info.path("id").asText(), SessionWire.time(info.at("/time/created")));
    }

    private static AssistantMessage assistant(JsonNode info) {
        JsonNode completed = info.at("/time/completed");
        Ending ending = new Ending(
                completed.isNumber() ? Optional.of(SessionWire.time(completed)) : Optional.empty(),
                SessionWire.text(info.path("finish")),
                info.path("error").isObject() ? Optional.of(error(info.path("error"))) : Optional.empty());
        return new AssistantMessage(
                info.path("id").asText(),
                info.path("parentID").asText(),
                SessionWire.time(info.at("/time/created")),
                SessionWire.assignment(info),
                ending,
                usage(info));
    }

    private static Usage usage(JsonNode info) {
        return new Usage(
                info.at("/tokens/input").asLong(),
                info.at("/tokens/output").asLong(),
                info.path("cost").asDouble());
    }

    /** How far a tool call has come. */
    static ToolCall.State state(JsonNode state) {
        return switch (state.path("status").asText()) {
            case "running" -> ToolCall.State.RUNNING;
            case "completed" -> ToolCall.State.COMPLETED;
            case "error" -> rejection(state.path("error").asText()) ? ToolCall.State.REJECTED : ToolCall.State.ERROR;
            default -> ToolCall.State.PENDING;
        };
    }

    private static ToolCall call(JsonNode part, String message) {
        ToolCall.State state = state(part.path("state"));
        return new ToolCall(
                part.path("id").asText(), message, part.path("tool").asText(), state, started(part), todos(part));
    }

    private static Optional<Instant> started(JsonNode part) {
        JsonNode start = part.at("/state/time/start");
        return start.isNumber() ? Optional.of(SessionWire.time(start)) : Optional.empty();
    }

    /** The list as the tool has stored it: what {@code GET …/todo} would say, without asking. */
    private static Optional<Todos> todos(JsonNode part) {
        JsonNode list = part.at("/state/metadata/todos");
        if (!part.path("tool").asText().equals("todowrite") || !list.isArray()) {
            return Optional.empty();
        }
        Map<String, Long> byStatus = list.valueStream()
                .collect(Collectors.groupingBy(todo -> todo.path("status").asText(), Collectors.counting()));
        long dropped = byStatus.getOrDefault("cancelled", 0L);
        long done = byStatus.getOrDefault("completed", 0L);
        return Optional.of(new Todos((int) done, list.size() - (int) dropped));
    }

    /** 1.18 says it in words, 1.2 by the error's name; a rejection with feedback lets the agent go on. */
    private static boolean rejection(String error) {
        boolean rejection = error.contains("rejected permission")
                || error.contains(TaskError.REJECTED)
                || error.contains(DECLINED)
                || error.contains(DISMISSED);
        return rejection && !error.contains("feedback");
    }

    private static Optional<Fact> said(String message, String text) {
        String start = text.length() > TEXT_KEPT ? text.substring(0, TEXT_KEPT) : text;
        return start.isBlank() ? Optional.empty() : Optional.of(new Fact.Said(message, start.strip()));
    }
}
