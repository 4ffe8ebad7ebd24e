package taskglass.opencode.v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import taskglass.opencode.http.Http;
import taskglass.opencode.wire.MessageWire;
import taskglass.opencode.wire.V1Event;
import taskglass.task.TaskError;

/**
 * Finds out how an execution of a V2 session was stopped. {@code execution.interrupted} is decisive and has a reason,
 * but gives {@code shutdown} after the user declined a request, which was reported before. Used only by the thread that
 * reads a stream.
 */
final class V2Stops {
    private static final int SESSIONS = 500;

    /** The reason for a stop by the user. */
    private static final String USER = "user";

    /** The reason that a server gives when it ended the execution itself, also after a declined request. */
    private static final String SHUTDOWN = "shutdown";

    /** By session, what the user has declined since its last step began. */
    private final Map<String, String> declined = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > SESSIONS;
        }
    };

    /** By session, its current or last step. Executions that ended by themselves are not included. */
    private final Map<String, String> steps = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > SESSIONS;
        }
    };

    private final Set<String> expectingStep = new HashSet<>();

    /** The session continues with a step, so a declined request has not stopped it. */
    void stepStarted(String session, String step) {
        declined.remove(session);
        expectingStep.remove(session);
        steps.put(session, step);
    }

    void ended(String session) {
        steps.remove(session);
        expectingStep.remove(session);
    }

    /**
     * A step has ended. One that asked for tools is followed by another, and what is delivered meanwhile joins them.
     */
    void stepEnded(JsonNode data) {
        String session = V2Data.session(data);
        if (data.path("finish").asText().equals(V2Messages.ASKS_FOR_TOOLS)) {
            expectingStep.add(session);
        } else {
            expectingStep.remove(session);
        }
    }

    /** Whether the last step asked for tools, so that its run continues. */
    boolean expectsAnotherStep(String session) {
        return expectingStep.contains(session);
    }

    /** Another execution begins. A step without an end was cut off, for example because its server was killed. */
    List<V1Event> executionStarted(JsonNode data) {
        String session = V2Data.session(data);
        declined.remove(session);
        expectingStep.remove(session);
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

    /** Reads the end of a call: 2.0.26 reports in words what was declined. */
    void callFailed(JsonNode data) {
        String error = data.at("/error/message").asText();
        if (error.contains(MessageWire.DECLINED)) {
            declined.put(V2Data.session(data), TaskError.REJECTED);
        } else if (error.contains(MessageWire.DISMISSED)) {
            declined.put(V2Data.session(data), TaskError.DISMISSED);
        }
    }

    /** Returns the stop as V1 would report it: an error of the session and of its last step. */
    List<V1Event> interrupted(JsonNode data) {
        String session = V2Data.session(data);
        ObjectNode error = error(data.path("reason").asText(), declined.remove(session));
        expectingStep.remove(session);
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

    private static ObjectNode error(String reason, String decline) {
        return decline != null && reason.equals(SHUTDOWN) ? named(decline, reason) : of(reason);
    }

    /** Returns the error if only the reason is known. */
    static ObjectNode of(String reason) {
        return reason.equals(USER) ? V2Messages.aborted() : named(TaskError.STOPPED, reason);
    }

    private static ObjectNode named(String name, String message) {
        ObjectNode error = Http.JSON.createObjectNode().put("name", name);
        error.putObject("data").put("message", message);
        return error;
    }
}
