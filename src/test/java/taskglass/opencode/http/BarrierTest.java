package taskglass.opencode.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.opencode.OpenCodeClient;
import taskglass.task.ServerId;
import taskglass.task.Trouble;

/** What is not sent at all, seen from where it would have arrived. */
class BarrierTest {
    private final MockWebServer web = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        web.start();
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void aPasswordIsNotSentInPlainTextUntilAPersonAgrees() {
        assertThat(trouble(abroad())).isInstanceOf(Trouble.PlainHttp.class);
        assertThat(web.getRequestCount()).isZero();
    }

    @Test
    void aPersonMayAgreeToPlainText() throws InterruptedException {
        web.enqueue(new MockResponse(401, Headers.of(), ""));
        Endpoint endpoint = abroad();
        endpoint.allowPlainHttp();
        trouble(endpoint);
        assertThat(web.takeRequest().getHeaders().get("Authorization")).isNotNull();
    }

    @Test
    void aPausedServerIsAskedNothing() {
        Endpoint endpoint = new Endpoint(new ServerId(web.url("/").toString()), Optional.empty());
        endpoint.pause(true);
        assertThat(trouble(endpoint)).isInstanceOf(Trouble.Paused.class);
        assertThat(web.getRequestCount()).isZero();
    }

    /** This machine, by an address that does not look like it. */
    private Endpoint abroad() {
        String url = "http://[::ffff:127.0.0.1]:" + web.getPort();
        return new Endpoint(new ServerId(url), Optional.of(new Credentials("opencode", "secret")));
    }

    private static Trouble trouble(Endpoint endpoint) {
        OpenCodeClient client = new OpenCodeClient(endpoint, new OkHttpClient());
        return catchThrowableOfType(ServerTrouble.class, client::identify).trouble();
    }
}
