package taskglass.opencode.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import taskglass.task.TaskError;
import taskglass.task.TextCut;
import taskglass.task.Todos;
import taskglass.task.ToolCall;
import taskglass.task.Usage;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.AssistantMessage.Ending;
import taskglass.task.run.Fact;
import taskglass.task.run.Prompt;
import taskglass.task.run.PromptKind;

/** Reads messages and their parts in the format of the V1 API, which is the same in events and in answers. */
public final class MessageWire {
    /** How many characters of an agent's text are kept: enough for a toast and for the message to a parent. */
    static final int TEXT_KEPT = 2000;

    /** What 2.0.26 reports for a call that the user did not permit, and for a question that the user dismissed. */
    public static final String DECLINED = "The user declined this tool call";

    public static final String DISMISSED = "The user dismissed this question";

    /** A field that Taskglass adds to the V1 form: the kind of a V2 user message. */
    public static final String KIND = "kindOfPrompt";

    private MessageWire() {}

    /** Returns all facts that a message of a {@code GET …/message} answer reports. */
    public static List<Fact> facts(JsonNode message) {
        if (isUser(message.path("info"))) {
            JsonNode info = message.path("info");
            return List.of(prompted(info, info.has(KIND) ? written(info) : PromptKinds.of(message.path("parts"))));
        }
        List<Fact> facts = new ArrayList<>();
        info(message.path("info")).ifPresent(facts::add);
        for (JsonNode part : message.path("parts")) {
            part(part).ifPresent(facts::add);
            delegated(part).ifPresent(facts::add);
        }
        return facts;
    }

    public static Optional<Fact> info(JsonNode info) {
        return switch (info.path("role").asText()) {
            case "user" -> Optional.of(prompted(info, written(info)));
            case "assistant" -> Optional.of(new Fact.Answered(assistant(info)));
            default -> Optional.empty();
        };
    }

    public static Optional<Fact> part(JsonNode part) {
        String message = part.path("messageID").asText();
        return switch (part.path("type").asText()) {
            case "tool" -> Optional.of(new Fact.Called(call(part, message)));
            default -> PromptKinds.ofPart(part).flatMap(kind -> sent(message, part, kind));
        };
    }

    /** A text that may come from an agent is reported as the agent's text. */
    private static Optional<Fact> sent(String message, JsonNode part, PromptKind kind) {
        boolean hasText = kind.compareTo(PromptKind.PROMPT) >= 0
                && part.path("type").asText().equals("text");
        return hasText ? textFact(message, part.path("text").asText()) : Optional.of(new Fact.Sent(message, kind));
    }

    private static boolean isUser(JsonNode info) {
        return info.path("role").asText().equals("user");
    }

    /** A V1 message alone does not show its kind. V2 has a type for each kind. */
    private static PromptKind written(JsonNode info) {
        return info.has(KIND) ? PromptKind.valueOf(info.path(KIND).asText()) : PromptKind.UNKNOWN;
    }

    /**
     * Servers mark a subagent that works in the background. The plugin oh-my-opencode names it through its own tool.
     */
    public static Optional<Fact> delegated(JsonNode part) {
        return delegatedIn(part.at("/state/metadata")).or(() -> delegatedIn(part.path("metadata")));
    }

    private static Optional<Fact> delegatedIn(JsonNode metadata) {
        Optional<String> child = SessionWire.text(metadata.path("sessionId"));
        Optional<String> id = SessionWire.text(metadata.path("backgroundTaskId"))
                .or(() -> metadata.path("background").asBoolean() ? Optional.of("") : Optional.empty());
        return child.flatMap(session -> id.map(name -> new Fact.Delegated(session, name)));
    }

    public static TaskError error(JsonNode error) {
        String name = error.path("name").asText("UnknownError");
        String sentence = SessionWire.text(error.at("/data/message")).orElse(name);
        return new TaskError(rejection(sentence) ? TaskError.REJECTED : name, sentence);
    }

    private static Fact prompted(JsonNode info, PromptKind kind) {
        Prompt prompt = new Prompt(info.path("id").asText(), SessionWire.time(info.at("/time/created")), kind);
        return new Fact.Prompted(prompt, SessionWire.assignment(info));
    }

    private static AssistantMessage assistant(JsonNode info) {
        JsonNode completed = info.at("/time/completed");
        Ending ending = new Ending(
                completed.isNumber() ? Optional.of(SessionWire.time(completed)) : Optional.empty(),
                finish(info),
                info.path("error").isObject() ? Optional.of(error(info.path("error"))) : Optional.empty());
        return new AssistantMessage(
                info.path("id").asText(),
                info.path("parentID").asText(),
                SessionWire.time(info.at("/time/created")),
                SessionWire.assignment(info),
                ending,
                usage(info));
    }

    /** A summary is not an answer, however the model ended it. */
    private static Optional<String> finish(JsonNode info) {
        Optional<String> finish = SessionWire.text(info.path("finish"));
        return info.path("summary").asBoolean() ? finish.map(_ -> AssistantMessage.SUMMARY) : finish;
    }

    private static Usage usage(JsonNode info) {
        return new Usage(
                info.at("/tokens/input").asLong(),
                info.at("/tokens/output").asLong(),
                info.path("cost").asDouble());
    }

    /** Returns the progress of a tool call. */
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
                part.path("id").asText(),
                message,
                part.path("tool").asText(),
                state,
                time(part.at("/state/time/start")),
                new ToolCall.Result(todos(part), inner(part), time(part.at("/state/time/end"))));
    }

    private static Optional<Instant> time(JsonNode at) {
        return at.isNumber() ? Optional.of(SessionWire.time(at)) : Optional.empty();
    }

    /** Reads the list that the tool stored: the same that {@code GET …/todo} would return, without a request. */
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

    /** OpenCode 2's code mode lists the calls that a program has made, running ones included. */
    private static OptionalInt inner(JsonNode part) {
        JsonNode calls = part.at("/state/metadata/toolCalls");
        return calls.isArray() && part.path("tool").asText().equals(ToolCall.CODE_MODE)
                ? OptionalInt.of(calls.size())
                : OptionalInt.empty();
    }

    /** 1.18 reports a rejection in words, 1.2 by the error's name. A rejection with feedback lets the agent go on. */
    private static boolean rejection(String error) {
        boolean rejection = error.contains("rejected permission")
                || error.contains(TaskError.REJECTED)
                || error.contains(DECLINED)
                || error.contains(DISMISSED);
        return rejection && !error.contains("feedback");
    }

    private static Optional<Fact> textFact(String message, String text) {
        String start = TextCut.beginning(text, TEXT_KEPT);
        return start.isBlank() ? Optional.empty() : Optional.of(new Fact.Text(message, start.strip()));
    }
}
