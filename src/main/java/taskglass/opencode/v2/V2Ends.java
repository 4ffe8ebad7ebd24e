package taskglass.opencode.v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import taskglass.opencode.http.Http;
import taskglass.task.TaskError;

/**
 * Finds out how runs of V2 sessions ended where their messages do not show it. Who stopped a run, or that it was
 * stopped at all, is only in the durable log. The log is read once per such end. Thread-safe.
 */
public final class V2Ends {
    private static final int REMEMBERED = 1000;

    /** A log that reports no end is asked once more: the session may have gone on while the log was read. */
    private static final int TRIES = 2;

    private final V2Log log;
    private final Predicate<String> works;

    /** By session, the answer in question and what the log reported about it. */
    private final Map<String, Look> looks = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Look> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param works whether a session was running at the last look */
    public V2Ends(V2Log log, Predicate<String> works) {
        this.log = log;
        this.works = works;
    }

    /** Whether the session was running at the last look. */
    public boolean isRunning(String session) {
        return works.test(session);
    }

    private record Look(String answer, int times, JsonNode message) {
        boolean answers(String asked) {
            return answer.equals(asked) && (message.isObject() || times >= TRIES);
        }
    }

    /** Adds the end to the last of the messages, in V1 form. */
    public void complete(String session, List<JsonNode> messages) {
        if (messages.isEmpty() || works.test(session) || !isUntold(messages.getLast())) {
            return;
        }
        ObjectNode info = (ObjectNode) messages.getLast().path("info");
        JsonNode newest = execution(session, info.toString());
        error(newest).ifPresent(error -> {
            info.set("error", error);
            boolean open =
                    info.path("time").isObject() && !info.at("/time/completed").isNumber();
            if (open && newest.path("created").isNumber()) {
                info.set("time", info.path("time").<ObjectNode>deepCopy().set("completed", newest.path("created")));
            }
        });
    }

    /** Whether an answer was stopped without saying by whom, or goes no further without saying why. */
    private static boolean isUntold(JsonNode message) {
        JsonNode info = message.path("info");
        boolean stopped = info.at("/error/name").asText().equals(TaskError.ABORTED);
        boolean open = !info.path("error").isObject()
                && info.path("finish").asText(V2Messages.ASKS_FOR_TOOLS).equals(V2Messages.ASKS_FOR_TOOLS);
        return V2Messages.isAnswer(message) && (stopped || open);
    }

    private JsonNode execution(String session, String answer) {
        Look before;
        synchronized (looks) {
            before = looks.getOrDefault(session, new Look("", 0, Http.JSON.missingNode()));
        }
        if (before.answers(answer)) {
            return before.message();
        }
        int times = before.answer().equals(answer) ? before.times() + 1 : 1;
        Look now = new Look(answer, times, end(session));
        synchronized (looks) {
            looks.put(session, now);
        }
        return now.message();
    }

    /** Missing while an execution goes on and if there is no log. In that case the messages remain as they are. */
    private JsonNode end(String session) {
        try {
            JsonNode last = log.lastExecution(session);
            return error(last).isPresent() ? last : Http.JSON.missingNode();
        } catch (IOException noLog) {
            return Http.JSON.missingNode();
        }
    }

    private static Optional<ObjectNode> error(JsonNode execution) {
        return switch (execution.path("type").asText()) {
            case "session.execution.interrupted" ->
                Optional.of(V2Stops.of(execution.at("/data/reason").asText()));
            case "session.execution.failed" -> Optional.of(V2Messages.error(execution.at("/data/error")));
            default -> Optional.empty();
        };
    }
}
