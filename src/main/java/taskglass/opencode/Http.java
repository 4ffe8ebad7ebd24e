package taskglass.opencode;

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

/** JSON over HTTP to one server. Every way in which an answer can fail to be one becomes a {@link Trouble}. */
final class Http {
    /** So many values are more than any answer has, and each costs far more than the bytes that it takes on the wire. */
    private static final long MOST_TOKENS = 4_000_000;

    static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build())
            .build());

    private static final MediaType JSON_TYPE = MediaType.get("application/json");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(4);
    private static final int NOT_FOUND = 404;

    /** What we ask for ourselves, with ids in it: none of them leads anywhere else. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-]+)+");

    private final Endpoint endpoint;
    private final OkHttpClient client;
    private final AnswerReading reading;
    private final WireIds ids = new WireIds();
    private volatile Optional<Duration> latency = Optional.empty();

    Http(Endpoint endpoint, OkHttpClient client) {
        this.endpoint = endpoint;
        this.reading = new AnswerReading(endpoint);
        this.client = unled(client).callTimeout(PATIENCE).build();
    }

    /** What of its items is let in. */
    WireIds ids() {
        return ids;
    }

    /** A client that goes nowhere but where it is sent: what is sent is meant for this server, at this scheme, alone. */
    static OkHttpClient.Builder unled(OkHttpClient client) {
        return client.newBuilder().followRedirects(false).followSslRedirects(false);
    }

    /** An answer's JSON and headers, and how many items were taken out of it. */
    record Answer(JsonNode body, Headers headers, int refused) {
        /** The header's value; "" without one. */
        String header(String name) {
            return Objects.requireNonNullElse(headers.get(name), "");
        }
    }

    JsonNode get(String path, Map<String, String> query) throws ServerTrouble {
        return getWithHeaders(path, query).body();
    }

    Answer getWithHeaders(String path, Map<String, String> query) throws ServerTrouble {
        return ask(request(path, query).get().build());
    }

    /** Like {@link #get}, but gives up early: a request that meets a server on its way up may never be answered. */
    JsonNode probe(String path) throws ServerTrouble {
        Request request = request(path, Map.of()).get().build();
        return ask(client.newBuilder().callTimeout(PROBE_PATIENCE).build(), request)
                .body();
    }

    /** Posts JSON; an answer without a body is a missing node. */
    JsonNode post(String path, Map<String, String> query, JsonNode body) throws ServerTrouble {
        return ask(request(path, query)
                        .post(RequestBody.create(body.toString(), JSON_TYPE))
                        .build())
                .body();
    }

    JsonNode patch(String path, Map<String, String> query, JsonNode body) throws ServerTrouble {
        return ask(request(path, query)
                        .patch(RequestBody.create(body.toString(), JSON_TYPE))
                        .build())
                .body();
    }

    JsonNode delete(String path, Map<String, String> query) throws ServerTrouble {
        return ask(request(path, query).delete().build()).body();
    }

    /** A request with the server's credentials, ready for its method; the one place that all that is sent goes through. */
    Request.Builder request(String path, Map<String, String> query) throws ServerTrouble {
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

    /** From the last request that was answered to the head of its answer. */
    Optional<Duration> latency() {
        return latency;
    }

    /** Opens what is no JSON; whoever takes the response closes it, and what does not end by itself ends early. */
    Response open(Request request) throws IOException {
        return client.newBuilder()
                .callTimeout(PROBE_PATIENCE)
                .build()
                .newCall(request)
                .execute();
    }

    private Answer ask(Request request) throws ServerTrouble {
        return ask(client, request);
    }

    private Answer ask(OkHttpClient with, Request request) throws ServerTrouble {
        long asked = System.nanoTime();
        try (Response response = execute(with.newCall(request))) {
            latency = Optional.of(Duration.ofNanos(System.nanoTime() - asked));
            JsonNode body = reading.json(response);
            return new Answer(body, response.headers(), sift(request.tag(String.class), body));
        } catch (ServerTrouble e) {
            throw e;
        } catch (IOException e) {
            throw new ServerTrouble(new Trouble.NoAnswer(sentence(e)));
        }
    }

    /** OkHttp lets an interrupt through as it is while it connects, which its Kotlin does not declare. */
    private static Response execute(Call call) throws IOException {
        try {
            return call.execute();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception interrupt) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while connecting").initCause(interrupt);
        }
    }

    private int sift(String path, JsonNode answer) throws ServerTrouble {
        if (!ids.admitsOne(path, answer)) {
            throw new ServerTrouble(new Trouble.Refused(NOT_FOUND, "the answer has an id that OpenCode does not make"));
        }
        return ids.sift(path, answer);
    }

    /** Whether an answer is a stream of events. */
    void checkEvents(Response response) throws ServerTrouble {
        reading.checkEvents(response);
    }

    /** What kept an answer away, in words for a person. */
    static String sentence(IOException e) {
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
