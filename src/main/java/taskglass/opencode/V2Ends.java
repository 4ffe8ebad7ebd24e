package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import taskglass.task.TaskError;

/**
 * How runs of V2 sessions ended where their messages do not tell it: who stopped one, or that one was stopped at all,
 * stands in the durable log alone. It is read once for each such end. Safe from any thread.
 */
final class V2Ends {
    private static final int REMEMBERED = 1000;

    /** A log that tells of no end is asked once more: the session may have gone on while it was read. */
    private static final int TRIES = 2;

    private final V2Log log;
    private final Predicate<String> works;

    /** By session the answer in question, and what the log told of it. */
    private final Map<String, Look> looks = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Look> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param works whether a session was at work when that was last looked at */
    V2Ends(V2Log log, Predicate<String> works) {
        this.log = log;
        this.works = works;
    }

    /** Whether the session was at work when that was last looked at. */
    boolean works(String session) {
        return works.test(session);
    }

    private record Look(String answer, int times, JsonNode told) {
        boolean answers(String asked) {
            return answer.equals(asked) && (told.isObject() || times >= TRIES);
        }
    }

    /** Puts the end into the last of the messages, in the words of V1. */
    void complete(String session, List<JsonNode> messages) {
        if (messages.isEmpty() || works.test(session) || !isUntold(messages.getLast())) {
            return;
        }
        ObjectNode info = (ObjectNode) messages.getLast().path("info");
        JsonNode told = told(session, info.toString());
        error(told).ifPresent(error -> {
            info.set("error", error);
            boolean open =
                    info.path("time").isObject() && !info.at("/time/completed").isNumber();
            if (open && told.path("created").isNumber()) {
                info.set("time", info.path("time").<ObjectNode>deepCopy().set("completed", told.path("created")));
            }
        });
    }

    /** Whether an answer was stopped by nobody knows whom, or goes no further and does not say why. */
    private static boolean isUntold(JsonNode message) {
        JsonNode info = message.path("info");
        boolean stopped = info.at("/error/name").asText().equals(TaskError.ABORTED);
        boolean open = !info.path("error").isObject()
                && info.path("finish").asText(V2Messages.ASKS_FOR_TOOLS).equals(V2Messages.ASKS_FOR_TOOLS);
        return V2Messages.isAnswer(message) && (stopped || open);
    }

    private JsonNode told(String session, String answer) {
        Look before;
        synchronized (looks) {
            before = looks.getOrDefault(session, new Look("", 0, Http.JSON.missingNode()));
        }
        if (before.answers(answer)) {
            return before.told();
        }
        int times = before.answer().equals(answer) ? before.times() + 1 : 1;
        Look now = new Look(answer, times, end(session));
        synchronized (looks) {
            looks.put(session, now);
        }
        return now.told();
    }

    /** Missing while an execution goes on, and where there is no log: then what the messages tell stands. */
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
