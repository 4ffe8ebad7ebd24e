package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Plain questions to an OpenCode server, by other means than the code under test. */
public record ServerApi(String baseUrl, String password) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Short: a request that comes while OpenCode opens its port may never be answered. */
    private static final Duration PROBE = Duration.ofSeconds(2);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** The answer as JSON; an {@link AssertionError} for any status but 2xx. */
    public JsonNode get(String path) {
        return json(send(request(path).GET().build()));
    }

    /** The answer as JSON, a missing node where it is empty; an {@link AssertionError} for any status but 2xx. */
    public JsonNode post(String path, JsonNode body) {
        return json(send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build()));
    }

    JsonNode patch(String path, JsonNode body) {
        return json(send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body.toString()))
                .build()));
    }

    void delete(String path) {
        json(send(request(path).DELETE().build()));
    }

    /** What is answered, be it a refusal: status and body. */
    Answered ask(String method, String path, String body) {
        HttpResponse<String> response =
                send(request(path).method(method, BodyPublishers.ofString(body)).build());
        return new Answered(response.statusCode(), response.body());
    }

    record Answered(int status, String body) {}

    /** The status alone of a GET; 0 where nothing answers within 2 s. */
    public int status(String path) {
        try {
            return send(request(path).timeout(PROBE).GET().build()).statusCode();
        } catch (UncheckedIOException nobodyThere) {
            return 0;
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(PATIENCE);
        if (!password.isEmpty()) {
            byte[] login = ("opencode:" + password).getBytes(StandardCharsets.UTF_8);
            builder.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        }
        return builder;
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted during " + request, e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(response + ": " + response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response + " is not JSON: " + response.body(), e);
        }
    }
}
