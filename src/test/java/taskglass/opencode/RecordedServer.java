package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import taskglass.lab.PromptSockets;
import taskglass.opencode.http.Http;

/**
 * A loopback server that answers as the V2 server of a recording did when its story was over; its log is what its events
 * with a number were, if it is to have one.
 */
final class RecordedServer extends Dispatcher implements AutoCloseable {
    private static final Pattern SESSION = Pattern.compile("/api/session/(ses_\\w+)(/.*)?");
    private static final Pattern LOG = Pattern.compile("/api/experimental/session/(ses_\\w+)/log");

    private final MockWebServer web = new MockWebServer();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final JsonNode recording;
    private final boolean withLog;

    RecordedServer(Recording recording, boolean withLog) throws IOException {
        this.recording = recording.json();
        this.withLog = withLog;
        web.setServerSocketFactory(new PromptSockets());
        web.setDispatcher(this);
        web.start();
    }

    String baseUrl() {
        String url = web.url("/").toString();
        return url.substring(0, url.length() - 1);
    }

    /** The paths of all requests, without their queries. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        HttpUrl url = request.getUrl();
        String path = url.encodedPath();
        asked.add(path);
        Matcher session = SESSION.matcher(path);
        Matcher log = LOG.matcher(path);
        return switch (path) {
            case "/api/info" -> json("{\"version\":\"2.0.26\",\"pid\":1}");
            case "/api/session" -> json(list().toString());
            case "/api/session/active" -> json(rest("active").toString());
            default -> {
                if (log.matches() && withLog) {
                    yield log(log.group(1), Long.parseLong(or(url.queryParameter("after"), "-1")));
                }
                yield session.matches() ? ofSession(session.group(1), or(session.group(2), ""), url) : missing();
            }
        };
    }

    private MockResponse ofSession(String id, String what, HttpUrl url) {
        return switch (what) {
            case "" -> json("{\"data\":" + session(id) + "}");
            case "/message" -> json(messages(id, url).toString());
            case "/permission", "/form", "/inbox" -> json("{\"data\":[]}");
            default -> missing();
        };
    }

    private JsonNode rest(String name) {
        return recording.at("/rest/" + name);
    }

    private ObjectNode list() {
        ObjectNode list = Http.JSON.createObjectNode();
        ArrayNode data = list.putArray("data");
        if (rest("session").has("data")) {
            data.add(rest("session").path("data"));
        }
        rest("children").path("data").forEach(data::add);
        list.putObject("cursor");
        return list;
    }

    private JsonNode session(String id) {
        return list().path("data")
                .valueStream()
                .filter(one -> one.path("id").asText().equals(id))
                .findFirst()
                .orElseGet(Http.JSON::missingNode);
    }

    /** Newest first, the cursor is a number; it comes with the last page, too. */
    private ObjectNode messages(String id, HttpUrl url) {
        boolean own = rest("session").at("/data/id").asText().equals(id);
        JsonNode all = own ? rest("messages") : rest("childMessages").path(id);
        int from = Integer.parseInt(or(url.queryParameter("cursor"), "0"));
        int to = Math.min(all.path("data").size(), from + Integer.parseInt(or(url.queryParameter("limit"), "50")));
        ObjectNode page = Http.JSON.createObjectNode();
        ArrayNode data = page.putArray("data");
        for (int i = from; i < to; i++) {
            data.add(all.path("data").path(i));
        }
        page.putObject("cursor").put("next", String.valueOf(to));
        return page;
    }

    /** Events that the stream did not send stand in no recorded event; some recordings have the log itself. */
    private MockResponse log(String session, long after) {
        List<JsonNode> events = new ArrayList<>();
        for (JsonNode event : recording.path("events")) {
            JsonNode data = event.path("data");
            boolean durable = data.at("/durable/seq").isNumber();
            if (durable && data.at("/durable/aggregateID").asText().equals(session)) {
                events.add(data);
            }
        }
        StringBuilder body = new StringBuilder();
        events.stream()
                .filter(event -> event.at("/durable/seq").asLong() > after)
                .forEach(event -> body.append("data: ").append(event).append("\n\n"));
        body.append("data: {\"type\":\"log.synced\",\"aggregateID\":\"")
                .append(session)
                .append("\"}\n\n");
        return new MockResponse(200, Headers.of("Content-Type", "text/event-stream"), body.toString());
    }

    private static String or(String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    private static MockResponse json(String body) {
        return new MockResponse(200, Headers.of("Content-Type", "application/json"), body);
    }

    private static MockResponse missing() {
        return new MockResponse(404, Headers.of(), "");
    }

    @Override
    public void close() {
        web.close();
    }
}
