package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taskglass.engine.command.CommandFailed;
import taskglass.engine.command.Launching;
import taskglass.engine.command.LoadedChoices;
import taskglass.engine.inbox.Inbox;
import taskglass.lab.OpenCode2;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.task.Assignment;
import taskglass.task.ServerId;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.LaunchRequest.Family;
import taskglass.task.request.Refusal;

/** A launch into a directory that is not there: servers create the session, and work on it never. */
class MissingDirectoryTest {
    @TempDir
    private Path folder;

    private OpenCode2 server;
    private Connection connection;

    @BeforeEach
    void start() throws IOException {
        server = new OpenCode2();
        connection = new Connection(new Endpoint(
                new ServerId(server.baseUrl()), Optional.of(new Credentials("opencode", OpenCode2.PASSWORD))));
        connection.client().identify();
    }

    @AfterEach
    void stop() {
        connection.close();
        server.close();
    }

    @Test
    void trap16OnALocalServerItIsRefusedBeforeAnythingIsCreated() {
        Path missing = folder.resolve("gone");
        assertThatThrownBy(() -> launch(missing, true))
                .isInstanceOfSatisfying(
                        CommandFailed.class,
                        failed -> assertThat(failed.reason())
                                .isEqualTo(new Refusal.NoDirectory(connection.server(), missing.toString())));
        assertThat(server.posted()).isEmpty();
    }

    @Test
    void trap16ElsewhereTheServersRefusalIsReportedAndNoEmptySessionStays() {
        assertThatThrownBy(() -> launch(Path.of(OpenCode2.NO_DIRECTORY), false))
                .isInstanceOfSatisfying(
                        CommandFailed.class,
                        failed -> assertThat(failed.reason()).isInstanceOf(Refusal.Troubled.class));
        assertThat(server.posted()).last().asString().startsWith("DELETE");
    }

    @Test
    void aLaunchIntoADirectoryThatIsThereIsMade() {
        launch(folder, true);
        assertThat(server.posted()).anyMatch(post -> post.contains("/prompt"));
    }

    private void launch(Path directory, boolean local) {
        Inbox inbox = new Inbox(Runnable::run, soon -> {}, batch -> {});
        LaunchRequest request = new LaunchRequest(
                connection.server(),
                "Write tests",
                "write them",
                Assignment.UNKNOWN,
                directory.toString(),
                Family.NONE);
        new Launching(connection.client(), inbox, Clock.systemUTC(), LoadedChoices.Pause.REAL, local).launch(request);
    }
}
