package taskglass.opencode.v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import taskglass.opencode.http.Http;
import taskglass.opencode.wire.MessageWire;
import taskglass.opencode.wire.SessionWire;
import taskglass.task.TaskError;
import taskglass.task.run.PromptKind;

/** Converts messages of the V2 API to the V1 form. From here on it does not matter which of the two a session uses. */
public final class V2Messages {
    /**
     * How a tool's error begins when the run was stopped. In 1.18 nothing else shows that, and the message may even
     * stay open.
     */
    static final String INTERRUPTED = "Tool execution interrupted";

    /**
     * The kinds of parts in a model's step: it thinks, writes, calls. The ids of its parts do not ascend as V1's do, so
     * their kind comes first.
     */
    static final String THOUGHT = "a:";

    static final String TEXT = "b:";
    static final String CALL = "c:";

    /** How an answer ends that another answer follows. What is prompted before that answer joins their run. */
    static final String ASKS_FOR_TOOLS = "tool-calls";

    /** V2's type for what the user wrote. Any other message that is not an answer was added by OpenCode itself. */
    private static final String USER = "user";

    private static final String ASSISTANT = "assistant";

    private V2Messages() {}

    /** Empty for messages that neither the user nor a model wrote. */
    public static Optional<JsonNode> asV1(JsonNode message, String session, V2MessageOrder order) {
        return switch (message.path("type").asText()) {
            case USER -> Optional.of(user(message, session, order));
            case ASSISTANT -> Optional.of(assistant(message, session, order));
            default -> Optional.empty();
        };
    }

    private static String place(JsonNode message, String session, V2MessageOrder order) {
        return order.of(
                session,
                message.path("id").asText(),
                V2Data.millis(message.at("/time/created")).asLong());
    }

    private static ObjectNode user(JsonNode message, String session, V2MessageOrder order) {
        ObjectNode whole = Http.JSON.createObjectNode();
        ObjectNode info = whole.putObject("info");
        String id = place(message, session, order);
        info.put("id", id).put("sessionID", session).put("role", USER);
        info.set("time", message.path("time"));
        whole.putArray("parts").add(text(id, session, TEXT + "0", message.path("text")));
        return whole;
    }

    private static ObjectNode assistant(JsonNode message, String session, V2MessageOrder order) {
        ObjectNode whole = Http.JSON.createObjectNode();
        ObjectNode info = answer(place(message, session, order), session, message);
        if (!info.has("finish")
                && !info.has("error")
                && info.at("/time/completed").isNumber()) {
            info.set("time", info.path("time").<ObjectNode>deepCopy().put("completed", lastSign(message)));
        }
        whole.set("info", info);
        ArrayNode parts = whole.putArray("parts");
        Map<String, Integer> counted = new HashMap<>();
        for (JsonNode content : message.path("content")) {
            int ordinal = counted.merge(content.path("type").asText(), 1, Integer::sum) - 1;
            String id = SessionWire.text(content.path("id")).orElse(String.valueOf(ordinal));
            part(info.path("id").asText(), session, id, content).ifPresent(parts::add);
            boolean interrupted = content.at("/state/error/message").asText().startsWith(INTERRUPTED);
            if (interrupted && !info.at("/error").isObject()) {
                stopped(info, content.at("/time/completed"));
            }
        }
        return whole;
    }

    /**
     * A message left open by a killed server is closed at the next prompt, perhaps days later. Nothing was running in
     * the meantime.
     */
    private static long lastSign(JsonNode message) {
        return Stream.concat(
                        Stream.of(message.at("/time/created"), message.at("/time/streamed")),
                        message.path("content")
                                .valueStream()
                                .flatMap(part -> Stream.of(part.at("/time/created"), part.at("/time/ran"))))
                .mapToLong(JsonNode::asLong)
                .max()
                .orElse(0);
    }

    /** Copies what is the same in a message and in the events of its step. */
    static ObjectNode answer(String id, String session, JsonNode from) {
        ObjectNode info = Http.JSON.createObjectNode();
        info.put("id", id).put("sessionID", session).put("role", ASSISTANT);
        for (String same : new String[] {"time", "agent", "model", "finish", "cost", "tokens"}) {
            if (from.has(same)) {
                info.set(same, from.get(same));
            }
        }
        if (from.path("error").isObject()) {
            info.set("error", error(from.path("error")));
        }
        return info;
    }

    /**
     * 1.18 has one type for all errors, {@code unknown}. No version says who caused {@code aborted}, and it is not a
     * failure.
     */
    static ObjectNode error(JsonNode error) {
        String type = error.path("type").asText();
        if (type.equals("aborted")) {
            return aborted();
        }
        ObjectNode converted = Http.JSON.createObjectNode();
        converted.put("name", type.isEmpty() || type.equals("unknown") ? "UnknownError" : type);
        converted.putObject("data").put("message", error.path("message").asText());
        return converted;
    }

    /** Returns the error by which V1 marks stopped work. */
    static ObjectNode aborted() {
        ObjectNode error = Http.JSON.createObjectNode().put("name", TaskError.ABORTED);
        error.putObject("data").put("message", "The run was interrupted.");
        return error;
    }

    public static boolean isAnswer(JsonNode converted) {
        return converted.at("/info/role").asText().equals(ASSISTANT);
    }

    /** Marks a prompt that came while an answer waited for its tools: the run continues with it. */
    public static ObjectNode joined(ObjectNode info) {
        return info.put(MessageWire.KIND, PromptKind.SYNTHETIC.name());
    }

    /** Whether an answer asks for tools and was not stopped, so that its run continues. */
    public static boolean continuesRun(JsonNode converted) {
        return isAnswer(converted)
                && converted.at("/info/finish").asText().equals(ASKS_FOR_TOOLS)
                && !converted.at("/info/error").isObject();
    }

    /** Marks a stopped answer as V1 does. */
    static void stopped(ObjectNode info, JsonNode at) {
        ended(info, at).set("error", aborted());
    }

    /** Closes an answer that is open. */
    static ObjectNode ended(ObjectNode info, JsonNode at) {
        if (!info.at("/time/completed").isNumber() && at.isNumber()) {
            ObjectNode time = info.path("time").isObject()
                    ? info.path("time").<ObjectNode>deepCopy()
                    : Http.JSON.createObjectNode();
            info.set("time", time.set("completed", at));
        }
        return info;
    }

    /** 1.18 names its texts, 2.x numbers them. */
    private static Optional<ObjectNode> part(String message, String session, String id, JsonNode content) {
        return switch (content.path("type").asText()) {
            case "text" -> Optional.of(text(message, session, TEXT + id, content.path("text")));
            case "reasoning" -> Optional.of(thought(message, session, id, content));
            case "tool" -> Optional.of(V2Results.call(message, session, content));
            default -> Optional.empty();
        };
    }

    static ObjectNode text(String message, String session, String id, JsonNode text) {
        ObjectNode part = part(message, session, id, "text");
        part.set("text", text);
        return part;
    }

    private static ObjectNode thought(String message, String session, String id, JsonNode content) {
        ObjectNode part = part(message, session, THOUGHT + id, "reasoning");
        part.set("text", content.path("text"));
        ObjectNode time = part.putObject("time");
        time.set("start", content.at("/time/created"));
        time.set("end", content.at("/time/completed"));
        return part;
    }

    static ObjectNode part(String message, String session, String id, String type) {
        return Http.JSON
                .createObjectNode()
                .put("id", id)
                .put("messageID", message)
                .put("sessionID", session)
                .put("type", type);
    }
}
