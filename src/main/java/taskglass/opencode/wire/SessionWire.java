package taskglass.opencode.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import taskglass.task.Activity;
import taskglass.task.Assignment;
import taskglass.task.ModelRef;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.TextCut;
import taskglass.task.run.SessionInfo;
import taskglass.task.run.SessionInfo.ReportedEnd;

/** Reads sessions in the format of both APIs, and their status in the format of V1. */
public final class SessionWire {
    /** A longer title would not be read, and thousands are kept. */
    private static final int LONGEST_TITLE = 2000;

    /** The end of the year 9999. */
    private static final long LAST = 253_402_300_799_999L;

    private SessionWire() {}

    public static SessionInfo session(ServerId server, JsonNode info) {
        TaskKey key = new TaskKey(server, info.path("id").asText());
        return new SessionInfo(
                key,
                text(info.path("title"))
                        .map(title -> TextCut.beginning(title, LONGEST_TITLE))
                        .orElse(""),
                text(info.path("parentID")).map(key::sibling).filter(parent -> !parent.equals(key)),
                shared(info.path("directory"))
                        .orElseGet(() -> info.at("/location/directory").asText()),
                assignment(info),
                new SessionInfo.Times(time(info.at("/time/created")), time(info.at("/time/updated")), rest(info)),
                info.at("/revert/messageID").asText());
    }

    /** V1 and July's V2 have none. */
    private static Optional<ReportedEnd> rest(JsonNode info) {
        Optional<ReportedEnd.Said> said = switch (info.path("outcome").asText()) {
            case "succeeded" -> Optional.of(ReportedEnd.Said.SUCCEEDED);
            case "failed" -> Optional.of(ReportedEnd.Said.FAILED);
            case "interrupted" -> Optional.of(ReportedEnd.Said.INTERRUPTED);
            default -> Optional.empty();
        };
        JsonNode idle = info.at("/time/idle");
        return said.filter(_ -> idle.isNumber()).map(how -> new ReportedEnd(time(idle), how));
    }

    /** The {@code type} is busy or retry. Anything else is idle. */
    public static Activity activity(JsonNode status) {
        return switch (status.path("type").asText()) {
            case "busy" -> Activity.busy();
            case "retry" ->
                new Activity.Retrying(
                        status.path("attempt").asInt(), status.path("message").asText(), time(status.path("next")));
            default -> Activity.idle();
        };
    }

    /** Sessions name their model {@code id}, messages {@code modelID}, the latter beside or inside {@code model}. */
    public static Assignment assignment(JsonNode info) {
        JsonNode model = info.path("model").isObject() ? info.path("model") : info;
        Optional<String> id = shared(model.path("modelID")).or(() -> shared(info.at("/model/id")));
        Optional<ModelRef> ref =
                id.flatMap(name -> shared(model.path("providerID")).map(provider -> new ModelRef(provider, name)));
        return new Assignment(shared(info.path("agent")), ref);
    }

    /**
     * Shares one string among all sessions that have it: each answer brings its own copy, and rows are kept for weeks.
     */
    private static Optional<String> shared(JsonNode node) {
        return text(node).map(String::intern);
    }

    public static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText()).filter(text -> !text.isEmpty() && !node.isNull());
    }

    /**
     * Returns a time from epoch milliseconds, or the epoch itself if there is none. Times are limited to the years 1970 to
     * 9999, so that no difference between two overflows.
     */
    public static Instant time(JsonNode node) {
        return Instant.ofEpochMilli(Math.clamp(node.asLong(), 0, LAST));
    }
}
