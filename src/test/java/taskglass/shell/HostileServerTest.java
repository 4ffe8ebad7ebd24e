package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.ShellRun;

/** A server that would like to rule the terminal of whoever asks it, or to be taken for another. */
class HostileServerTest {
    private static final String TITLE = "\\u001b]0;owned\\u0007\\u001b[31m\\u202eDone\\nAll tasks completed";

    private final MockWebServer web = new MockWebServer();
    private final MockWebServer other = new MockWebServer();
    private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();

    @BeforeEach
    void start() throws IOException {
        for (MockWebServer server : new MockWebServer[] {web, other}) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return answers.getOrDefault(request.getUrl().encodedPath(), json(404, "{}"));
                }
            });
            server.start();
        }
        answers.put("/global/health", json(200, "{\"healthy\":true,\"version\":\"1.2.27\"}"));
        answers.put("/experimental/session", json(200, "[" + session("ses_1", TITLE) + "]"));
        answers.put("/session/status", json(200, "{}"));
        answers.put("/permission", json(200, "[]"));
        answers.put("/question", json(200, "[]"));
        answers.put(
                "/session/ses_1/message",
                json(
                        200,
                        "[{\"info\":{\"id\":\"msg_1\",\"role\":\"assistant\",\"time\":{\"created\":1,\"completed\":2},"
                                + "\"error\":{\"name\":\"APIError\",\"data\":{\"message\":\"" + TITLE
                                + "\"}}},\"parts\":[]}]"));
    }

    @AfterEach
    void stop() {
        web.close();
        other.close();
    }

    @Test
    void anError500SetsNoTitleOfATerminal() {
        answers.put("/experimental/session", json(500, "{\"message\":\"" + TITLE + "\"}"));
        ShellRun run = run("ls");
        assertThat(run.exit()).isEqualTo(4);
        assertHarmless(run);
        assertThat(run.err().lines()).noneMatch(line -> line.startsWith("All tasks completed"));
    }

    @Test
    void aTitleMovesNoCursor() {
        assertHarmless(run("ls"));
        assertHarmless(run("ls", "--json"));
        assertHarmless(run("explain", "ses_1"));
    }

    @Test
    void anIdThatIsNoneIsNotPrinted() {
        answers.put("/experimental/session", json(200, "[" + session("ses_\\u001b]0;owned\\u0007", "t") + "]"));
        ShellRun run = run("ls");
        assertHarmless(run);
        assertThat(run.out()).doesNotContain("owned");
    }

    @Test
    void anEmptyIdIsAUsageErrorAndNothingIsCancelled() {
        for (String[] words : new String[][] {
            {"cancel", ""},
            {"cancel", "ses_1", " "},
            {"wait", ""},
            {"explain", ""},
            {"launch", "--agent", "build", "--parent", "", "x"}
        }) {
            ShellRun run = run(words);
            assertThat(run.exit()).as(String.join(" ", words)).isEqualTo(2);
            assertThat(run.err()).startsWith("An ID is empty");
        }
        assertThat(asked()).isZero();
    }

    @Test
    void threeLettersAreTooFewOfAnId() {
        answers.put("/experimental/session", json(200, "[" + session("ses_abcdefgh", "t") + "]"));
        answers.put("/session/ses_abcdefgh/message", json(200, "[]"));
        assertThat(run("explain", "ses_abc").exit()).isEqualTo(5);
        assertThat(run("explain", "ses_").exit()).isEqualTo(5);
        assertThat(run("explain", "ses_abcd").exit()).isZero();
    }

    @Test
    void aWholeIdMayBeShort() {
        assertThat(run("explain", "ses_1").exit()).isZero();
    }

    @Test
    void anIdThatTwoStrangersClaimIsNobodysUntilOneIsNamed() {
        ShellRun run = ShellRun.with(
                Map.of(),
                "",
                "--server",
                web.url("/").toString(),
                "--server",
                other.url("/").toString(),
                "explain",
                "ses_1");
        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.err()).contains("Choose one with --server.");
    }

    private long asked() {
        return web.getRequestCount();
    }

    private static void assertHarmless(ShellRun run) {
        assertThat((run.out() + run.err())
                        .codePoints()
                        .filter(HostileServerTest::obeyed)
                        .boxed())
                .isEmpty();
    }

    private static boolean obeyed(int c) {
        boolean control = Character.getType(c) == Character.CONTROL && c != '\n';
        return control || Character.getType(c) == Character.FORMAT;
    }

    private ShellRun run(String... words) {
        return ShellRun.of(web.url("/").toString(), words);
    }

    private static String session(String id, String title) {
        return "{\"id\":\"" + id + "\",\"title\":\"" + title + "\",\"time\":{\"created\":1,\"updated\":2}}";
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse(status, Headers.of("Content-Type", "application/json"), body);
    }
}
