package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.Assignment;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.Trouble;
import taskglass.task.run.SessionInfo;

/** What is sent to a server stays there: it cannot send the request on, with a prompt or a password in it. */
class RedirectsTest {
    private final MockWebServer here = new MockWebServer();
    private final MockWebServer elsewhere = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        here.start();
        elsewhere.start();
    }

    @AfterEach
    void stop() {
        here.close();
        elsewhere.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aPromptIsNotSentOn(int status) {
        pointsElsewhere(status);
        assertThat(seen(this::prompt)).contains(elsewhere.url("/elsewhere").toString());
        assertThat(elsewhere.getRequestCount()).isZero();
    }

    @Test
    void aListingIsNotAskedForElsewhere() {
        pointsElsewhere(302);
        assertThat(seen(() -> client().activities(""))).contains("redirect to " + elsewhere.url("/elsewhere"));
        assertThat(elsewhere.getRequestCount()).isZero();
    }

    @Test
    void theEventStreamIsNotOpenedElsewhere() {
        pointsElsewhere(307);
        try (Connection connection = connection();
                EventStream events = connection.events(Duration.ofSeconds(5), Clock.systemUTC())) {
            assertThat(seen(() -> events.read(change -> {}, bug -> {})))
                    .contains(elsewhere.url("/elsewhere").toString());
        }
        assertThat(elsewhere.getRequestCount()).isZero();
    }

    private void pointsElsewhere(int status) {
        here.enqueue(new MockResponse(
                status, Headers.of("Location", elsewhere.url("/elsewhere").toString()), ""));
    }

    private interface Attempt {
        void make() throws ServerTrouble;
    }

    private static String seen(Attempt attempt) {
        ServerTrouble trouble = catchThrowableOfType(ServerTrouble.class, attempt::make);
        return ((Trouble.NotOpenCode) trouble.trouble()).seen();
    }

    private void prompt() throws ServerTrouble {
        TaskKey key = new TaskKey(client().server(), "ses_1");
        SessionInfo.Times never = new SessionInfo.Times(Instant.EPOCH, Instant.EPOCH);
        client().prompt(
                        new SessionInfo(key, "t", Optional.empty(), "", Assignment.UNKNOWN, never),
                        Assignment.UNKNOWN,
                        "the whole prompt");
    }

    private Connection connection() {
        return new Connection(new Endpoint(
                new ServerId(here.url("/").toString()), Optional.of(new Credentials("opencode", "secret"))));
    }

    private OpenCodeClient client() {
        return connection().client();
    }
}
