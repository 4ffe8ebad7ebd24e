package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import taskglass.lab.Loopback;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.lab.ScriptedModel;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.ServerId;
import taskglass.task.Trouble;

/** Servers that are too old to be watched: they lack paths that Taskglass asks for. */
class OldServerTest {
    @Test
    @NeedsOpenCode
    void trap23AServerWithoutAHealthPathIsDistinguishedFromAStranger() throws IOException, InterruptedException {
        try (ScriptedModel model = new ScriptedModel();
                RealOpenCode old = RealOpenCode.start("1.0.185", model, "")) {
            assertThat(trouble(old.baseUrl())).isEqualTo(new Trouble.TooOld());
        }
    }

    /** As real servers of 1.1.65 and 1.2.6 answer where they reach no website. */
    @Test
    void aHealthyServerThatCannotListAllSessionsIsTooOld() throws IOException {
        try (Loopback old = new Loopback()) {
            old.answer("/global/health", "{\"healthy\":true,\"version\":\"1.1.65\"}");
            old.answer("/experimental/session", 500, "application/json", "{\"name\":\"UnknownError\"}");
            old.answer("/doc", "{\"info\":{\"title\":\"opencode\"},\"paths\":{\"/global/health\":{}}}");
            assertThat(trouble(old.baseUrl())).isEqualTo(new Trouble.TooOld());
        }
    }

    @Test
    void aServerThatDescribesWhatItNowRefusesIsNotOldButInTrouble() throws IOException {
        try (Loopback ill = new Loopback()) {
            ill.answer("/global/health", 500, "application/json", "{\"name\":\"UnknownError\"}");
            ill.answer("/doc", "{\"info\":{\"title\":\"opencode\"},\"paths\":{\"/experimental/session\":{}}}");
            assertThat(trouble(ill.baseUrl())).isEqualTo(new Trouble.Refused(500, "UnknownError"));
        }
    }

    /** What a poll meets there. */
    private static Trouble trouble(String url) {
        try (Connection connection = new Connection(new Endpoint(new ServerId(url), Optional.empty()))) {
            return catchThrowableOfType(ServerTrouble.class, () -> {
                        connection.client().identify();
                        connection.client().sessions(Optional.empty(), page -> {});
                    })
                    .trouble();
        }
    }
}
