package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.http.ResponseReader;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.ServerId;
import taskglass.task.Trouble;

/** What stands between us and a server, told apart on a real loopback HTTP server. */
class OpenCodeClientTest {
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
    void whereNothingListensNothingAnswers() {
        OpenCodeClient client = client(Optional.empty());
        web.close();
        assertThat(trouble(client)).isInstanceOf(Trouble.NoAnswer.class);
    }

    @Test
    void a401WithoutAPasswordWantsOne() {
        answer(401, "text/plain", "");
        assertThat(trouble(client(Optional.empty()))).isEqualTo(new Trouble.Unauthorised(false));
    }

    @Test
    void a401WithAPasswordSaysThatItWasWrong() {
        answer(401, "text/plain", "");
        assertThat(trouble(client(Optional.of(new Credentials("opencode", "wrong")))))
                .isEqualTo(new Trouble.Unauthorised(true));
    }

    @Test
    void trap37APasswordBeyondAsciiIsSentInUtf8() throws InterruptedException {
        answer(401, "text/plain", "");
        trouble(client(Optional.of(new Credentials("bär", "пароль€"))));
        assertThat(web.takeRequest().getHeaders().get("Authorization"))
                .isEqualTo(okhttp3.Credentials.basic("bär", "пароль€", StandardCharsets.UTF_8));
    }

    @Test
    void thePasswordIsSentAsHttpBasic() throws InterruptedException {
        answer(401, "text/plain", "");
        trouble(client(Optional.of(new Credentials("opencode", "secret"))));
        assertThat(web.takeRequest().getHeaders().get("Authorization"))
                .isEqualTo(okhttp3.Credentials.basic("opencode", "secret"));
    }

    @Test
    void anHtmlPageWithStatus200IsNotOpenCode() {
        answer(200, "text/html", "<html></html>");
        assertThat(trouble(client(Optional.empty()))).isEqualTo(new Trouble.NotOpenCode("an HTML page"));
    }

    @Test
    void jsonOfSomebodyElseIsNotOpenCode() {
        answer(200, "application/json", "{\"status\":\"UP\"}");
        assertThat(trouble(client(Optional.empty()))).isInstanceOf(Trouble.NotOpenCode.class);
    }

    @Test
    void halfAnAnswerIsNotOpenCode() {
        answer(200, "application/json", "{\"healthy\":tr");
        assertThat(trouble(client(Optional.empty()))).isEqualTo(new Trouble.NotOpenCode("broken JSON"));
    }

    @Test
    void anAnswerTooLargeToTakeInIsNotRead() {
        answer(200, "application/json", "[\"" + "x".repeat(ResponseReader.MOST_BYTES) + "\"]");
        assertThat(trouble(client(Optional.empty()))).isInstanceOf(Trouble.Refused.class);
    }

    @Test
    void anAnswerThatIsSmallOnTheWireAndLargeInMemoryIsNotRead() throws IOException {
        Buffer zipped = new Buffer();
        try (BufferedSink bomb = Okio.buffer(new GzipSink(zipped))) {
            for (int i = 0; i <= ResponseReader.MOST_BYTES / 1024; i++) {
                bomb.writeUtf8(" ".repeat(1024));
            }
        }
        answer(new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .addHeader("Content-Encoding", "gzip")
                .body(zipped)
                .build());
        assertThat(trouble(client(Optional.empty()))).isInstanceOf(Trouble.Refused.class);
    }

    @Test
    void millionsOfEmptyValuesAreNotTakenIn() {
        answer(200, "application/json", "[" + "[],".repeat(4_000_000) + "[]]");
        assertThat(trouble(client(Optional.empty()))).isEqualTo(new Trouble.NotOpenCode("broken JSON"));
    }

    @Test
    void ofARefusalOfMegabytesTheBeginningIsKept() {
        answer(500, "application/json", "{\"message\":\"" + "x".repeat(3_000_000) + "\"}");
        assertThat(((Trouble.Refused) trouble(client(Optional.empty()))).sentence())
                .hasSize(Trouble.LONGEST + 1);
    }

    @Test
    void aRefusalKeepsTheServersSentence() {
        answer(500, "application/json", "{\"name\":\"UnknownError\",\"data\":{\"message\":\"the disk is full\"}}");
        assertThat(trouble(client(Optional.empty()))).isEqualTo(new Trouble.Refused(500, "the disk is full"));
    }

    @Test
    void aPasswordIsNeverPartOfWhatIsPrinted() {
        assertThat(new Credentials("opencode", "canary").toString()).doesNotContain("canary");
    }

    private static Trouble trouble(OpenCodeClient client) {
        return catchThrowableOfType(ServerTrouble.class, client::identify).trouble();
    }

    private OpenCodeClient client(Optional<Credentials> credentials) {
        ServerId id = new ServerId(web.url("/").toString());
        return new OpenCodeClient(new Endpoint(id, credentials), new OkHttpClient());
    }

    private void answer(int status, String type, String body) {
        answer(new MockResponse(status, Headers.of("Content-Type", type), body));
    }

    /** To every request. An answer that is missing would only come as a timeout. */
    private void answer(MockResponse always) {
        web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return always;
            }
        });
    }
}
