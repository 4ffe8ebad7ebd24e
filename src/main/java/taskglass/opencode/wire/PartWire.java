package taskglass.opencode.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import taskglass.task.TodoItem;
import taskglass.task.transcript.ClippedText;
import taskglass.task.transcript.Part;
import taskglass.task.transcript.Part.Place;
import taskglass.task.transcript.Part.Span;
import taskglass.task.transcript.PartUpdate;
import taskglass.task.transcript.Turn;
import taskglass.task.transcript.TurnError;

/** Reads messages and their parts in full, in the format of the V1 API, which is the same in events and in answers. */
public final class PartWire {
    private PartWire() {}

    /**
     * Returns everything that a message of a {@code GET …/message} answer contains. The text of an unfinished part may
     * lack what the stream has sent.
     */
    public static List<PartUpdate> updates(JsonNode message) {
        List<PartUpdate> updates = new ArrayList<>();
        updates.add(new PartUpdate.Turned(turn(message.path("info"))));
        for (JsonNode part : message.path("parts")) {
            boolean whole = part.at("/time/end").isNumber() || part.path("time").isMissingNode();
            part(part, whole).map(PartUpdate.Changed::new).ifPresent(updates::add);
        }
        return updates;
    }

    public static Turn turn(JsonNode info) {
        Optional<TurnError> error = Optional.of(info.path("error"))
                .filter(JsonNode::isObject)
                .map(raw -> new TurnError(MessageWire.error(raw), ClippedText.of(raw.toPrettyString())));
        JsonNode tokens = info.path("tokens");
        long context = tokens.path("input").asLong()
                + tokens.path("output").asLong()
                + tokens.at("/cache/read").asLong()
                + tokens.at("/cache/write").asLong();
        return new Turn(
                info.path("id").asText(),
                info.path("role").asText().equals("user"),
                SessionWire.time(info.at("/time/created")),
                time(info.at("/time/completed")),
                error,
                context);
    }

    /**
     * Empty for parts that nobody reads (ends of steps, snapshots, patches) and for parts that OpenCode added by
     * itself.
     */
    public static Optional<Part> part(JsonNode part, boolean whole) {
        Place place = new Place(part.path("messageID").asText(), part.path("id").asText());
        Span span = new Span(time(part.at("/time/start")), time(part.at("/time/end")));
        ClippedText text = ClippedText.of(part.path("text").asText());
        return switch (part.path("type").asText()) {
            case "text" ->
                part.path("synthetic").asBoolean()
                        ? Optional.empty()
                        : Optional.of(new Part.Text(place, false, text, span, whole));
            case "reasoning" -> Optional.of(new Part.Text(place, true, text, span, whole));
            case "tool" -> Optional.of(call(place, part));
            default -> Optional.empty();
        };
    }

    /** Only text is read in pieces. The raw arguments of a call are not needed. */
    public static Optional<PartUpdate> delta(JsonNode delta) {
        Place place =
                new Place(delta.path("messageID").asText(), delta.path("partID").asText());
        return delta.path("field").asText().equals("text")
                ? Optional.of(new PartUpdate.Grew(place, delta.path("delta").asText()))
                : Optional.empty();
    }

    public static List<TodoItem> todos(JsonNode list) {
        List<TodoItem> todos = new ArrayList<>();
        list.forEach(todo -> todos.add(new TodoItem(todo.path("content").asText(), state(todo.path("status")))));
        return List.copyOf(todos);
    }

    private static TodoItem.State state(JsonNode status) {
        return switch (status.asText()) {
            case "in_progress" -> TodoItem.State.IN_PROGRESS;
            case "completed" -> TodoItem.State.COMPLETED;
            case "cancelled" -> TodoItem.State.CANCELLED;
            default -> TodoItem.State.PENDING;
        };
    }

    private static Part.Call call(Place place, JsonNode part) {
        JsonNode state = part.path("state");
        Span span = new Span(time(state.at("/time/start")), time(state.at("/time/end")));
        JsonNode exit = state.at("/metadata/exit");
        Part.Content content = new Part.Content(
                ToolInputText.title(state),
                ClippedText.of(ToolInputText.all(state.path("input"))),
                ClippedText.of(output(state)),
                exit.isInt() ? OptionalInt.of(exit.asInt()) : OptionalInt.empty(),
                SessionWire.text(state.at("/metadata/sessionId"))
                        .or(() -> SessionWire.text(state.at("/metadata/sessionID"))));
        return new Part.Call(place, part.path("tool").asText(), MessageWire.state(state), span, content);
    }

    /** What a command has printed so far is in the metadata until it ends. */
    private static String output(JsonNode state) {
        return SessionWire.text(state.path("output"))
                .or(() -> SessionWire.text(state.path("error")))
                .or(() -> SessionWire.text(state.at("/metadata/output")))
                .orElse("");
    }

    private static Optional<Instant> time(JsonNode node) {
        return node.isNumber() ? Optional.of(SessionWire.time(node)) : Optional.empty();
    }
}
