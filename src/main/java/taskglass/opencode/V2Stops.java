package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import taskglass.task.TaskError;

/**
 * How an execution of a V2 session was stopped: {@code execution.interrupted} has the last word and a reason, but gives
 * {@code shutdown} for what a person has declined, which was told before. Used by the one thread that reads a stream.
 */
final class V2Stops {
    private static final int SESSIONS = 500;

    /** What the user did. */
    private static final String USER = "user";

    /** What a server says of what it ended by itself, a declined request among it. */
    private static final String SHUTDOWN = "shutdown";

    /** By session what a person has declined since its last step began. */
    private final Map<String, String> declined = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > SESSIONS;
        }
    };

    /** By session the step that it works on, or did last; what ended by itself is not there. */
    private final Map<String, String> steps = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > SESSIONS;
        }
    };

    private final Set<String> asked = new HashSet<>();

    /** It goes on with a step: whatever was declined has not stopped it. */
    void goesOn(String session, String step) {
        declined.remove(session);
        asked.remove(session);
        steps.put(session, step);
    }

    void ended(String session) {
        steps.remove(session);
        asked.remove(session);
    }

    /** A step has ended: one that asked for tools is followed by another, and what is delivered meanwhile joins them. */
    void stepEnded(JsonNode data) {
        String session = V2Data.session(data);
        if (data.path("finish").asText().equals(V2Messages.ASKS_FOR_TOOLS)) {
            asked.add(session);
        } else {
            asked.remove(session);
        }
    }

    /** Whether the last step asked for tools, so that its run goes on. */
    boolean asksForMore(String session) {
        return asked.contains(session);
    }

    /** Another execution begins: a step that nobody ended was cut, as when its server was killed. */
    List<V1Event> begins(JsonNode data) {
        String session = V2Data.session(data);
        declined.remove(session);
        asked.remove(session);
        return Optional.ofNullable(steps.remove(session))
                .map(step -> V2Messages.answer(step, session, Http.JSON.createObjectNode()))
                .map(info -> {
                    V2Messages.stopped(info, V2Data.at(data));
                    return List.of(V1Event.message(info));
                })
                .orElseGet(List::of);
    }

    void replied(JsonNode data) {
        if (data.path("reply").asText().equals("reject")) {
            declined.put(V2Data.session(data), TaskError.REJECTED);
        }
    }

    void dismissed(JsonNode data) {
        declined.put(V2Data.session(data), TaskError.DISMISSED);
    }

    /** What the end of a call tells: 2.0.26 says in words what was declined. */
    void called(JsonNode data) {
        String error = data.at("/error/message").asText();
        if (error.contains(MessageWire.DECLINED)) {
            declined.put(V2Data.session(data), TaskError.REJECTED);
        } else if (error.contains(MessageWire.DISMISSED)) {
            declined.put(V2Data.session(data), TaskError.DISMISSED);
        }
    }

    /** As V1 would tell it: by an error of the session, and of its last step. */
    List<V1Event> interrupted(JsonNode data) {
        String session = V2Data.session(data);
        ObjectNode error = error(data.path("reason").asText(), declined.remove(session));
        asked.remove(session);
        List<V1Event> events = new ArrayList<>();
        Optional.ofNullable(steps.remove(session))
                .map(step -> V2Messages.answer(step, session, Http.JSON.createObjectNode())
                        .<ObjectNode>set("error", error))
                .map(V1Event::message)
                .ifPresent(events::add);
        events.add(V1Event.error(session, error));
        events.add(V1Event.idle(session));
        return events;
    }

    private static ObjectNode error(String reason, String seen) {
        return seen != null && reason.equals(SHUTDOWN) ? named(seen, reason) : of(reason);
    }

    /** The same where nothing is known but the reason. */
    static ObjectNode of(String reason) {
        return reason.equals(USER) ? V2Messages.aborted() : named(TaskError.STOPPED, reason);
    }

    private static ObjectNode named(String name, String message) {
        ObjectNode error = Http.JSON.createObjectNode().put("name", name);
        error.putObject("data").put("message", message);
        return error;
    }
}
