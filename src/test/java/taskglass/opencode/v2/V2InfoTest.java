package taskglass.opencode.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.lab.Loopback;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.ServerId;
import taskglass.task.Trouble;

/** A server with the V2 API alone, asked what it is: each version has another path for that. */
class V2InfoTest {
    private Loopback server;

    @BeforeEach
    void start() throws IOException {
        server = new Loopback();
        server.answer("/api/session/active", "{\"data\":{}}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/info | {\"version\":\"2.0.26\",\"pid\":1,\"urls\":[]}",
                "/api/status | {\"version\":\"2.0.4\",\"pid\":1}",
                "/api/health | {\"healthy\":true,\"version\":\"0.0.0-v2\",\"pid\":1}",
                "/api/health | {\"healthy\":true}"
            })
    void eachFormIsUnderstoodInUse(String path, String answer) throws ServerTrouble {
        server.answer(path, answer);
        identify();
        assertThat(asked()).last().isEqualTo(path);
    }

    @Test
    void theNewestFormIsAskedFirst() throws ServerTrouble {
        V2Info.PATHS.forEach(path -> server.answer(path, "{\"version\":\"2.0.26\"}"));
        identify();
        assertThat(asked()).containsExactly("/api/info");
    }

    @Test
    void theFormsAreAskedInTheirOrder() {
        assertThat(trouble()).isInstanceOf(Trouble.Refused.class);
        assertThat(asked()).containsExactly("/api/info", "/api/status", "/api/health");
    }

    @Test
    void aHealthyServerWithoutSessionsIsNoOpenCode() {
        server.answer("/api/session/active", 404, "text/plain", "");
        server.answer("/api/health", "{\"healthy\":true,\"version\":\"2.0.1\"}");
        assertThat(trouble()).isInstanceOf(Trouble.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void oneThatIsStartingOrHasFailedIsNotAskedForOlderForms(int status) {
        server.answer("/api/info", status, "application/json", "{\"_tag\":\"ServiceUnavailableError\"}");
        trouble();
        assertThat(asked()).containsExactly("/api/info");
    }

    private void identify() throws ServerTrouble {
        try (Connection connection = connection()) {
            connection.client().identify();
        }
    }

    private Trouble trouble() {
        return catchThrowableOfType(ServerTrouble.class, this::identify).trouble();
    }

    private Connection connection() {
        String url = server.baseUrl();
        return new Connection(new Endpoint(new ServerId(url.substring(0, url.length() - 1)), Optional.empty()));
    }

    private List<String> asked() {
        return server.asked().stream()
                .map(HttpUrl::encodedPath)
                .filter(V2Info.PATHS::contains)
                .toList();
    }
}
