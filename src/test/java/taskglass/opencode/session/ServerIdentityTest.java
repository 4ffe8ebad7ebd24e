package taskglass.opencode.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.Loopback;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.ServerId;
import taskglass.task.Trouble;

/** Whether a server of 1.18 has V2 sessions is asked until it answers. */
class ServerIdentityTest {
    private static final String ACTIVE = "/api/session/active";

    private Loopback server;
    private Connection connection;

    @BeforeEach
    void start() throws IOException {
        server = new Loopback();
        server.answer("/global/health", "{\"healthy\":true,\"version\":\"1.18.33\"}");
        connection = new Connection(new Endpoint(new ServerId(server.baseUrl()), Optional.empty()));
    }

    @AfterEach
    void close() {
        connection.close();
        server.close();
    }

    @Test
    void noAnswerIsNoProofThatThereAreNone() {
        server.drop(ACTIVE);
        ServerTrouble trouble = catchThrowableOfType(
                ServerTrouble.class, () -> connection.client().identify());
        assertThat(trouble.trouble()).isInstanceOf(Trouble.NoAnswer.class);
    }

    @Test
    void anAnswerThatThereIsNoSuchPathIsOne() throws ServerTrouble {
        assertThat(connection.client().identify()).isEqualTo("1.18.33");
    }
}
