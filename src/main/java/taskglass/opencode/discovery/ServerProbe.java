package taskglass.opencode.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.http.ServerTrouble;
import taskglass.opencode.v2.V2Info;
import taskglass.task.ServerId;
import taskglass.task.Trouble;

/**
 * Asks candidates what they are. The timeouts are short, because a slow candidate must not keep the others waiting.
 * Blocks.
 */
final class ServerProbe {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final long LONGEST = 64 * 1024L;
    private static final int UNAUTHORISED = 401;
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    /** Created on first use: that takes a third of a second, which the store's thread does not have. */
    private static final class Asking {
        /** No redirects: a password goes only to the process that was checked. */
        private static final OkHttpClient ANYBODY = new OkHttpClient.Builder()
                .connectTimeout(PATIENCE)
                .readTimeout(PATIENCE)
                .callTimeout(PATIENCE)
                .followRedirects(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .build();

        /** A password is sent only to ports on which no other user listens. */
        private static final OkHttpClient OWN =
                ANYBODY.newBuilder().socketFactory(new OwnPorts()).build();
    }

    ProbeResult of(Candidate candidate) {
        return switch (candidate) {
            case Candidate.OfService service -> ofService(service);
            case Candidate.OfPort port -> ofPort(port);
        };
    }

    private ProbeResult ofPort(Candidate.OfPort port) {
        try {
            identify(port.server(), Optional.empty());
            return new ProbeResult.Believed(Optional.empty());
        } catch (ServerTrouble trouble) {
            return switch (trouble.trouble()) {
                case Trouble.Unauthorised _ ->
                    new ProbeResult.Believed(port.credentials().filter(known -> open(port.server(), known)));
                case Trouble.TooOld _ -> new ProbeResult.Believed(Optional.empty());
                case Trouble.NotOpenCode _ -> new ProbeResult.SomethingElse();
                case Trouble.NoAnswer _, Trouble.Refused _, Trouble.Ended _, Trouble.Paused _, Trouble.PlainHttp _ ->
                    new ProbeResult.NotYet();
            };
        }
    }

    private boolean open(ServerId server, Credentials credentials) {
        try {
            identify(server, Optional.of(credentials));
            return true;
        } catch (ServerTrouble refused) {
            return false;
        }
    }

    private void identify(ServerId server, Optional<Credentials> credentials) throws ServerTrouble {
        OkHttpClient http = credentials.isPresent() ? Asking.OWN : Asking.ANYBODY;
        new OpenCodeClient(new Endpoint(server, credentials), http).identify();
    }

    /** The service must name the same process as its file. Error 500 means that it has failed; others are starting. */
    private ProbeResult ofService(Candidate.OfService service) {
        try {
            for (String path : V2Info.PATHS) {
                Answer info = get(service, path);
                if (info.json().isPresent()) {
                    return isOf(service, info.json().get())
                            ? new ProbeResult.Believed(service.credentials())
                            : new ProbeResult.SomethingElse();
                }
                if (info.status() == UNAUTHORISED) {
                    return new ProbeResult.Believed(Optional.empty());
                }
                // 1.18 answers every path that it does not know with a page.
                if (info.status() != NOT_FOUND && info.status() != OK) {
                    return new ProbeResult.NotYet();
                }
            }
            return new ProbeResult.SomethingElse();
        } catch (IOException noAnswer) {
            return new ProbeResult.NotYet();
        }
    }

    /** Whether it names that process, or none: some do not know it or do not report it. */
    private static boolean isOf(Candidate.OfService service, JsonNode info) {
        long pid = info.path("pid").asLong();
        return pid == 0 || pid == service.pid();
    }

    /** An answer's status, and its JSON object if all is well. */
    private record Answer(int status, Optional<JsonNode> json) {}

    private Answer get(Candidate.OfService service, String path) throws IOException {
        Request.Builder request =
                new Request.Builder().url(service.server().url() + path).header("Accept", "application/json");
        service.credentials().ifPresent(known -> request.header("Authorization", known.basic()));
        try (Response response = Asking.OWN.newCall(request.build()).execute()) {
            return new Answer(response.code(), response.isSuccessful() ? object(response) : Optional.empty());
        }
    }

    private static Optional<JsonNode> object(Response response) throws IOException {
        try (ResponseBody body = response.peekBody(LONGEST)) {
            return Optional.of(JSON.readTree(body.bytes())).filter(JsonNode::isObject);
        } catch (com.fasterxml.jackson.core.JacksonException notJson) {
            return Optional.empty();
        }
    }
}
