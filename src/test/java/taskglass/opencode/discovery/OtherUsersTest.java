package taskglass.opencode.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import taskglass.lab.Around;
import taskglass.lab.ForeignServer;
import taskglass.lab.Loopback;
import taskglass.lab.NeedsOpenCode;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Credentials;
import taskglass.task.ServerId;
import taskglass.task.ServerOrigin;

/** Other users of the machine, who would like to have a password: nobody sends them one. */
@NeedsOpenCode
@EnabledIf("taskglass.lab.ForeignServer#possible")
class OtherUsersTest {
    @Test
    void noPasswordOfAServiceGoesToAnotherUsersProcess(@TempDir Path folder) throws IOException {
        try (ForeignServer theirs = new ForeignServer()) {
            Path file = Files.writeString(
                    folder.resolve("service.json"),
                    "{\"url\":\"http://127.0.0.1:%d\",\"pid\":%d,\"password\":\"x\"}"
                            .formatted(theirs.port(), theirs.pid()));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            assertThat(new ServerSearch(Around.service(file))
                            .runOnce(news -> {})
                            .servers())
                    .isEmpty();
            assertThat(theirs.asked()).isEmpty();
        }
    }

    @Test
    void atTheDefaultPortTheyAreAskedWithoutAPassword() throws IOException {
        try (ForeignServer theirs = new ForeignServer()) {
            assertThat(new ServerSearch(Around.port(theirs.port(), "secret"))
                            .runOnce(news -> {})
                            .servers())
                    .singleElement()
                    .satisfies(
                            foundServer -> assertThat(foundServer.origin()).isEqualTo(new ServerOrigin.DefaultPort()));
            assertThat(theirs.asked()).isNotEmpty().allMatch(asked -> asked.endsWith(" -"));
        }
    }

    /** A server that was found has ended, and its port is another user’s before anybody has looked again. */
    @Test
    void aPasswordIsKeptBackFromAPortThatHasChangedHands() throws IOException {
        try (ForeignServer theirs = new ForeignServer();
                Connection connection = found(theirs.port()).connection()) {
            assertThatThrownBy(connection.client()::identify).hasMessageContaining("connection refused");
            assertThat(theirs.asked()).isEmpty();
        }
    }

    @Test
    void aPasswordGoesToAPortOfThisUsers() throws IOException {
        try (Loopback ours = new Loopback();
                Connection connection = found(ours.port()).connection()) {
            ours.answer("/global/health", "{\"healthy\":true,\"version\":\"1.18.33\"}");
            connection.client().identify();
            assertThat(ours.credentials()).isNotEmpty();
        }
    }

    @Test
    void whatIsNotOpenCodesOwnProcessGetsNoPasswordEither() throws IOException {
        try (Loopback ours = new Loopback()) {
            ours.answer("/global/health", 401, "application/json", "{}");
            assertThat(new ServerSearch(Around.port(ours.port(), "secret"))
                            .runOnce(news -> {})
                            .servers())
                    .singleElement()
                    .satisfies(
                            foundServer -> assertThat(foundServer.credentials()).isEmpty());
            assertThat(ours.credentials()).isEmpty();
        }
    }

    private static FoundServer found(int port) {
        return new FoundServer(
                new ServerId("http://127.0.0.1:" + port),
                new ServerOrigin.Listener(1, ""),
                Optional.of(new Credentials("opencode", "secret")));
    }
}
