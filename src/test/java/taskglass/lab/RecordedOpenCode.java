package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** A loopback server that answers as the V1 server of a recording did when its story was over; without a stream. */
public final class RecordedOpenCode extends Dispatcher implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SESSION = Pattern.compile("/session/(ses_\\w+)(/message(/\\w+)?)?");

    private final MockWebServer web = new MockWebServer();
    private final JsonNode rest;

    /** That of "1.18.34/plugin-background-tasks", say. */
    public RecordedOpenCode(String versionAndScenario) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/opencode/" + versionAndScenario + ".json")) {
            rest = JSON.readTree(in).path("rest");
        }
        web.setServerSocketFactory(new PromptSockets());
        web.setDispatcher(this);
        web.start();
    }

    public String baseUrl() {
        return web.url("/").toString();
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        HttpUrl url = request.getUrl();
        return switch (url.encodedPath()) {
            case "/global/health" -> json("{\"healthy\":true,\"version\":\"1.18.34\"}");
            case "/experimental/session" ->
                json(JSON.createArrayNode().addAll(sessions().toList()).toString());
            case "/session/status" -> json("{}");
            case "/permission", "/question" -> json("[]");
            default -> ofSession(url);
        };
    }

    private MockResponse ofSession(HttpUrl url) {
        Matcher path = SESSION.matcher(url.encodedPath());
        if (!path.matches()) {
            return missing();
        }
        if (path.group(2) == null) {
            return one(sessions().filter(session -> id(session).equals(path.group(1))));
        }
        List<JsonNode> messages = messages(path.group(1));
        return path.group(3) == null
                ? page(messages, url)
                : one(messages.stream().filter(message -> ("/" + id(message.path("info"))).equals(path.group(3))));
    }

    /** The newest so many before a message, oldest first. */
    private static MockResponse page(List<JsonNode> all, HttpUrl url) {
        String before = url.queryParameter("before");
        List<JsonNode> earlier = all.stream()
                .filter(message -> before == null || id(message.path("info")).compareTo(before) < 0)
                .toList();
        String limit = url.queryParameter("limit");
        int most = limit == null ? earlier.size() : Integer.parseInt(limit);
        int from = Math.max(0, earlier.size() - most);
        ArrayNode page = JSON.createArrayNode().addAll(earlier.subList(from, earlier.size()));
        Headers.Builder headers = new Headers.Builder().add("Content-Type", "application/json");
        if (from > 0) {
            headers.add("x-next-cursor", id(earlier.get(from).path("info")));
        }
        return new MockResponse(200, headers.build(), page.toString());
    }

    private Stream<JsonNode> sessions() {
        return Stream.concat(
                Stream.of(rest.path("session")), rest.path("children").valueStream());
    }

    private List<JsonNode> messages(String session) {
        boolean root = id(rest.path("session")).equals(session);
        JsonNode all = root ? rest.path("messages") : rest.path("childMessages").path(session);
        return all.valueStream().toList();
    }

    private static String id(JsonNode json) {
        return json.path("id").asText();
    }

    private static MockResponse one(Stream<JsonNode> found) {
        return found.findFirst().map(node -> json(node.toString())).orElseGet(RecordedOpenCode::missing);
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
