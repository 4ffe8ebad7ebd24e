package taskglass.opencode.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.ServerTrouble;
import taskglass.opencode.v2.V2Marks;
import taskglass.opencode.v2.V2MessageOrder;
import taskglass.opencode.v2.V2Messages;
import taskglass.opencode.wire.SessionWire;
import taskglass.task.run.SessionInfo;

/** Reads the messages of a session in the V2 API page by page, in V1 form. */
record V2Pages(Http http, boolean early, V2MessageOrder places) {
    /**
     * Pages come newest first and include OpenCode's own marks. If a page contains nothing else, the next one is read,
     * too. The same applies to a page that begins with a prompt: the answer before it shows whether the prompt joined
     * its run.
     */
    SessionApi.Page page(SessionInfo session, int limit, String before) throws ServerTrouble {
        List<JsonNode> newestFirst = new ArrayList<>();
        List<JsonNode> messages;
        String next = before;
        String asked;
        int size = limit;
        do {
            asked = next;
            Http.Answer answer = http.getWithHeaders(SessionApiV2.path(session, "/message"), query(size, asked));
            JsonNode page = answer.body();
            page.path("data").forEach(newestFirst::add);
            messages = inV1Form(newestFirst, session);
            boolean full = page.path("data").size() + answer.refused() >= size;
            next = full ? SessionWire.text(page.at("/cursor/next")).orElse("") : "";
            size = messages.isEmpty() ? limit : 1;
        } while (isUnsettled(messages) && !next.isEmpty() && !next.equals(asked));
        return new SessionApi.Page(messages.reversed(), next);
    }

    private boolean isUnsettled(List<JsonNode> messages) {
        return messages.isEmpty() || (!early && !V2Messages.isAnswer(messages.getLast()));
    }

    /** The mark of an end follows its last answer, or a prompt without an answer, so it comes first here. */
    private List<JsonNode> inV1Form(List<JsonNode> newestFirst, SessionInfo session) {
        String id = session.key().session();
        List<JsonNode> messages = new ArrayList<>();
        JsonNode mark = Http.JSON.missingNode();
        for (JsonNode message : newestFirst) {
            JsonNode newer = V2Marks.of(message);
            mark = newer.isObject() ? newer : mark;
            Optional<JsonNode> one = V2Messages.asV1(message, id, places);
            if (one.isEmpty()) {
                continue;
            }
            if (V2Messages.isAnswer(one.get())) {
                V2Marks.into(one.get(), mark);
                join(messages, one.get());
            } else {
                V2Marks.asAnswer(mark, id, places).ifPresent(messages::add);
            }
            mark = Http.JSON.missingNode();
            messages.add(one.get());
        }
        return messages;
    }

    /** Prompts that came while an answer waited for its tools do not begin a run. */
    private void join(List<JsonNode> newestFirst, JsonNode answer) {
        for (int i = newestFirst.size() - 1; !early && i >= 0 && !V2Messages.isAnswer(newestFirst.get(i)); i--) {
            if (V2Messages.continuesRun(answer)) {
                V2Messages.joined((ObjectNode) newestFirst.get(i).path("info"));
            }
        }
    }

    private static Map<String, String> query(int limit, String cursor) {
        Map<String, String> query = new HashMap<>(Map.of("limit", String.valueOf(limit)));
        query.put(cursor.isEmpty() ? "order" : "cursor", cursor.isEmpty() ? "desc" : cursor);
        return query;
    }
}
