package taskglass.opencode.v2;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import taskglass.opencode.http.BoundedEvents;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.ServerTrouble;

/**
 * The durable log that a server keeps of each session in its V2 API. It contains everything that a gap in the stream
 * has lost.
 */
public record V2Log(Http http) {
    /** The largest page that 1.18 returns. */
    private static final String PER_PAGE = "100";

    /** How the type of each event about an execution begins, as it appears in the event. */
    private static final String EXECUTION = "\"type\":\"session.execution.";

    /** The most events replayed for one gap. Beyond that a listing is cheaper. */
    private static final int MOST_EVENTS = 2000;

    /**
     * Returns the session's events after that number, in order, as the stream would have sent them.
     *
     * @param early whether it is the form of 1.18, which returns pages; 2.x streams the events
     */
    public List<String> after(String session, long seq, boolean early) throws IOException {
        return early ? pages(session, seq) : stream(session, seq);
    }

    /** Returns the last event about an execution in the session's log on a 2.x server. Missing if there is none. */
    JsonNode lastExecution(String session) throws IOException {
        String[] last = {""};
        stream(session, Map.of("follow", "false"), event -> last[0] = event.contains(EXECUTION) ? event : last[0]);
        return last[0].isEmpty() ? Http.JSON.missingNode() : Http.JSON.readTree(last[0]);
    }

    private List<String> pages(String session, long seq) throws ServerTrouble {
        List<String> events = new ArrayList<>();
        Map<String, String> query = new HashMap<>(Map.of("limit", PER_PAGE, "after", String.valueOf(seq)));
        boolean more;
        do {
            JsonNode page = http.get("/api/session/" + session + "/history", query);
            page.path("data").forEach(event -> events.add(event.toString()));
            JsonNode last = page.path("data").path(page.path("data").size() - 1).at("/durable/seq");
            more = page.path("hasMore").asBoolean() && last.isNumber() && events.size() < MOST_EVENTS;
            query.put("after", last.asText());
        } while (more);
        return events;
    }

    private List<String> stream(String session, long seq) throws IOException {
        List<String> events = new ArrayList<>();
        stream(session, Map.of("after", String.valueOf(seq), "follow", "false"), events::add);
        return events.subList(0, Math.min(events.size(), MOST_EVENTS));
    }

    private void stream(String session, Map<String, String> query, Consumer<String> events) throws IOException {
        String path = "/api/experimental/session/" + session + "/log";
        try (Response response = http.open(http.request(path, query).build())) {
            http.checkEvents(response);
            EventSources.processResponse(BoundedEvents.of(response), new EventSourceListener() {
                @Override
                public void onEvent(EventSource source, String id, String type, String data) {
                    events.accept(data);
                }
            });
        }
    }
}
