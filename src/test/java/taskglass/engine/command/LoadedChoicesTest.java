package taskglass.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.Loopback;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.ServerId;
import taskglass.task.request.LaunchChoices;

/** How long an empty list of agents is taken for one that is still being loaded. Time passes as the test lets it. */
class LoadedChoicesTest {
    private static final String LISTED = "{\"data\":[{\"id\":\"build\",\"mode\":\"primary\"}]}";
    private static final String EMPTY = "{\"data\":[]}";

    private final List<Duration> pauses = new ArrayList<>();
    private Loopback server;
    private Connection connection;

    @BeforeEach
    void start() throws IOException, ServerTrouble {
        server = new Loopback();
        server.answer("/api/info", "{\"version\":\"2.0.26\",\"pid\":1}");
        server.answer("/api/session/active", "{\"data\":{}}");
        server.answer("/api/agent", EMPTY);
        server.answer("/api/model", EMPTY);
        String url = server.baseUrl();
        connection = new Connection(new Endpoint(new ServerId(url.substring(0, url.length() - 1)), Optional.empty()));
        connection.client().identify();
    }

    @AfterEach
    void stop() {
        connection.close();
        server.close();
    }

    @Test
    void trap13ListsThatStayEmptyAreTakenForEmptyAfterSomeSeconds() throws ServerTrouble {
        LaunchChoices choices = loaded(pauses::add);
        assertThat(choices.agents()).isEmpty();
        assertThat(pauses).hasSize(LoadedChoices.ASKED_AGAIN);
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(8));
    }

    @Test
    void trap13TheFirstFullListEndsTheWait() throws ServerTrouble {
        LaunchChoices choices = loaded(time -> {
            pauses.add(time);
            server.answer("/api/agent", LISTED);
        });
        assertThat(choices.agents()).hasSize(1);
        assertThat(pauses).hasSize(1);
    }

    @Test
    void aFullListIsNotWaitedFor() throws ServerTrouble {
        server.answer("/api/agent", LISTED);
        loaded(pauses::add);
        assertThat(pauses).isEmpty();
    }

    private LaunchChoices loaded(LoadedChoices.Pause pause) throws ServerTrouble {
        return new LoadedChoices(connection.client(), pause)
                .in("/home/dev", choices -> !choices.agents().isEmpty());
    }
}
