package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import taskglass.task.SessionInfo;

/** Reads the messages of a session in the V2 API page by page, in V1 form. */
record V2Pages(Http http, boolean early, V2Places places) {
    /**
     * Pages come newest first and include OpenCode's own marks. If a page contains nothing else, the next one is read,
     * too. The same applies to a page that begins with a prompt: the answer before it shows whether the prompt joined
     * its run.
     */
    Dialect.Page page(SessionInfo session, int limit, String before) throws ServerTrouble {
        List<JsonNode> newestFirst = new ArrayList<>();
        List<JsonNode> told;
        String next = before;
        String asked;
        int size = limit;
        do {
            asked = next;
            Http.Answer answer = http.getWithHeaders(DialectV2.path(session, "/message"), query(size, asked));
            JsonNode page = answer.body();
            page.path("data").forEach(newestFirst::add);
            told = told(newestFirst, session);
            boolean full = page.path("data").size() + answer.refused() >= size;
            next = full ? SessionWire.text(page.at("/cursor/next")).orElse("") : "";
            size = told.isEmpty() ? limit : 1;
        } while (isUnsettled(told) && !next.isEmpty() && !next.equals(asked));
        return new Dialect.Page(told.reversed(), next);
    }

    private boolean isUnsettled(List<JsonNode> told) {
        return told.isEmpty() || (!early && !V2Messages.isAnswer(told.getLast()));
    }

    /** The mark of an interrupted run follows its last answer, so it comes first here. */
    private List<JsonNode> told(List<JsonNode> newestFirst, SessionInfo session) {
        List<JsonNode> told = new ArrayList<>();
        JsonNode interrupted = Http.JSON.missingNode();
        for (JsonNode message : newestFirst) {
            if (message.path("outcome").asText().equals("interrupted")) {
                interrupted = message.at("/time/created");
            }
            Optional<JsonNode> one = V2Messages.asV1(message, session.key().session(), places);
            if (one.filter(V2Messages::isAnswer).isPresent()) {
                V2Messages.stoppedBy(interrupted, one.get());
                interrupted = Http.JSON.missingNode();
                join(told, one.get());
            }
            one.ifPresent(told::add);
        }
        return told;
    }

    /** Prompts that came while an answer waited for its tools do not begin a run. */
    private void join(List<JsonNode> newestFirst, JsonNode answer) {
        for (int i = newestFirst.size() - 1; !early && i >= 0 && !V2Messages.isAnswer(newestFirst.get(i)); i--) {
            if (V2Messages.goesOn(answer)) {
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
