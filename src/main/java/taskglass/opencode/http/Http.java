package taskglass.opencode.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import taskglass.task.Trouble;

/** JSON over HTTP to one server. Every way in which a request can fail becomes a {@link Trouble}. */
public final class Http {
    /** More tokens than any real answer has. Each needs far more memory than its bytes on the wire. */
    private static final long MOST_TOKENS = 4_000_000;

    public static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build())
            .build());

    private static final MediaType JSON_TYPE = MediaType.get("application/json");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(4);
    private static final int NOT_FOUND = 404;

    /** The form of the paths that Taskglass requests, which contain ids. No such path leads elsewhere. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-]+)+");

    private final Endpoint endpoint;
    private final OkHttpClient client;
    private final ResponseReader reading;
    private final WireIds ids = new WireIds();
    private volatile Optional<Duration> latency = Optional.empty();

    public Http(Endpoint endpoint, OkHttpClient client) {
        this.endpoint = endpoint;
        this.reading = new ResponseReader(endpoint);
        this.client = withoutRedirects(client).callTimeout(PATIENCE).build();
    }

    /** The filter for the ids in its answers. */
    public WireIds ids() {
        return ids;
    }

    /** Returns a client that does not follow redirects: what is sent is meant only for this server and this scheme. */
    public static OkHttpClient.Builder withoutRedirects(OkHttpClient client) {
        return client.newBuilder().followRedirects(false).followSslRedirects(false);
    }

    /** An answer's JSON and headers, and how many items were removed from it. */
    public record Answer(JsonNode body, Headers headers, int refused) {
        /** Returns the header's value, or "" without one. */
        public String header(String name) {
            return Objects.requireNonNullElse(headers.get(name), "");
        }
    }

    public JsonNode get(String path, Map<String, String> query) throws ServerTrouble {
        return getWithHeaders(path, query).body();
    }

    public Answer getWithHeaders(String path, Map<String, String> query) throws ServerTrouble {
        return call(request(path, query).get().build());
    }

    /** Like {@link #get}, but times out early: a server that is starting may never answer a request. */
    public JsonNode probe(String path) throws ServerTrouble {
        Request request = request(path, Map.of()).get().build();
        return call(client.newBuilder().callTimeout(PROBE_PATIENCE).build(), request)
                .body();
    }

    /** Posts JSON. An answer without a body is a missing node. */
    public JsonNode post(String path, Map<String, String> query, JsonNode body) throws ServerTrouble {
        return call(request(path, query)
                        .post(RequestBody.create(body.toString(), JSON_TYPE))
                        .build())
                .body();
    }

    public JsonNode patch(String path, Map<String, String> query, JsonNode body) throws ServerTrouble {
        return call(request(path, query)
                        .patch(RequestBody.create(body.toString(), JSON_TYPE))
                        .build())
                .body();
    }

    public JsonNode delete(String path, Map<String, String> query) throws ServerTrouble {
        return call(request(path, query).delete().build()).body();
    }

    /**
     * Returns a request with the server's credentials, ready for its method. Everything that is sent goes through here.
     */
    public Request.Builder request(String path, Map<String, String> query) throws ServerTrouble {
        Optional<Credentials> credentials = endpoint.credentials();
        Optional<Trouble> barrier = endpoint.barrier();
        if (barrier.isPresent()) {
            throw new ServerTrouble(barrier.get());
        }
        if (!PATH.matcher(path).matches()) {
            throw new ServerTrouble(new Trouble.Refused(NOT_FOUND, "OpenCode has no such id"));
        }
        HttpUrl base = HttpUrl.parse(endpoint.id().url() + path);
        if (base == null) {
            throw new ServerTrouble(
                    new Trouble.NoAnswer("not a URL: " + endpoint.id().url()));
        }
        HttpUrl.Builder url = base.newBuilder();
        query.forEach(url::addQueryParameter);
        Request.Builder request = new Request.Builder().url(url.build()).tag(String.class, path);
        credentials.ifPresent(c -> request.header("Authorization", c.basic()));
        return request;
    }

    /** The time from the last answered request to the head of its answer. */
    public Optional<Duration> latency() {
        return latency;
    }

    /**
     * Opens an answer that is not JSON. The caller closes the response. A response that does not end by itself times
     * out early.
     */
    public Response open(Request request) throws IOException {
        return client.newBuilder()
                .callTimeout(PROBE_PATIENCE)
                .build()
                .newCall(request)
                .execute();
    }

    private Answer call(Request request) throws ServerTrouble {
        return call(client, request);
    }

    private Answer call(OkHttpClient with, Request request) throws ServerTrouble {
        long asked = System.nanoTime();
        try (Response response = execute(with.newCall(request))) {
            latency = Optional.of(Duration.ofNanos(System.nanoTime() - asked));
            JsonNode body = reading.json(response);
            return new Answer(body, response.headers(), dropInvalidIds(request.tag(String.class), body));
        } catch (ServerTrouble e) {
            throw e;
        } catch (IOException e) {
            throw new ServerTrouble(new Trouble.NoAnswer(sentence(e)));
        }
    }

    /** While connecting, OkHttp lets an interrupt through as an exception that its Kotlin code does not declare. */
    public static Response execute(Call call) throws IOException {
        try {
            return call.execute();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception interrupt) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while connecting").initCause(interrupt);
        }
    }

    private int dropInvalidIds(String path, JsonNode answer) throws ServerTrouble {
        if (!ids.admitsOne(path, answer)) {
            throw new ServerTrouble(new Trouble.Refused(NOT_FOUND, "the answer has an id that OpenCode does not make"));
        }
        return ids.dropInvalid(path, answer);
    }

    /** Checks that an answer is an event stream. */
    public void checkEvents(Response response) throws ServerTrouble {
        reading.checkEvents(response);
    }

    /** Describes why there was no answer, in words for the user. */
    public static String sentence(IOException e) {
        return switch (e) {
            case ConnectException _ -> "connection refused";
            case UnknownHostException _ -> "there is no such host";
            case InterruptedIOException _ -> Trouble.NoAnswer.IN_TIME;
            case SSLPeerUnverifiedException _ -> "its certificate is for another host";
            case SSLHandshakeException handshake
            when handshake.getCause() instanceof CertificateException -> "this computer does not trust its certificate";
            case SSLException ssl -> "the secure connection failed: " + ssl.getMessage();
            default -> String.valueOf(e.getMessage());
        };
    }
}
