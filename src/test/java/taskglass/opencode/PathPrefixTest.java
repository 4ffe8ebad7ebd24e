package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.ShellRun;
import taskglass.lab.PromptSockets;

/** A server behind a gateway that gives it a path (opencode#7624): what else is asked there is somebody else's. */
class PathPrefixTest {
    private final Set<String> paths = new ConcurrentSkipListSet<>();
    private final MockWebServer web = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        web.setServerSocketFactory(new PromptSockets());
        web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String path = request.getUrl().encodedPath();
                paths.add(path);
                return switch (path) {
                    case "/team/opencode/global/health" -> json("{\"healthy\":true,\"version\":\"1.18.33\"}");
                    case "/team/opencode/experimental/session" -> json("[]");
                    case "/team/opencode/session/status" -> json("{}");
                    default -> new MockResponse(404, Headers.of(), "");
                };
            }
        });
        web.start();
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void isAskedBelowItsPathOnlyAndItsEventsToo() {
        ShellRun run = ShellRun.of(web.url("/team/opencode/").toString(), "ls");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(paths)
                .contains("/team/opencode/global/event", "/team/opencode/experimental/session")
                .allMatch(path -> path.startsWith("/team/opencode/"));
    }

    private static MockResponse json(String body) {
        return new MockResponse(200, Headers.of("Content-Type", "application/json"), body);
    }
}
