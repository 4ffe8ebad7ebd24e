package taskglass.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taskglass.task.Assignment;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.AgentTask;
import taskglass.task.store.Change;
import taskglass.task.store.TaskStore;

/** What is copied to open a task in a terminal is one command with the words that are meant, whatever they are. */
@DisabledOnOs(OS.WINDOWS)
class AttachCommandTest {
    private static final ServerId SERVER = new ServerId("http://127.0.0.1:4096");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ses_1|/home/me/a|[-s][ses_1][--dir][/home/me/a]",
                "ses_1|/home/me/it's $(id)|[-s][ses_1][--dir][/home/me/it's $(id)]",
                "ses_1|/a;touch b|[-s][ses_1][--dir][/a;touch b]",
                "ses_1|--print-logs|[-s][ses_1][--dir=--print-logs]",
                "ses_1|-x $(id)|[-s][ses_1][--dir=-x $(id)]",
                "-rf|/a|[--session=-rf][--dir][/a]",
            })
    void aShellReadsTheWordsThatWereMeant(String session, String directory, String words) throws Exception {
        String script = "opencode() { printf '[%s]' \"$@\"; }; " + AttachCommand.of(task(session, directory));
        Process shell = new ProcessBuilder("bash", "-c", script).start();
        byte[] read = shell.getInputStream().readAllBytes();
        shell.waitFor();
        assertThat(new String(read, StandardCharsets.UTF_8)).isEqualTo("[attach][" + SERVER.url() + "]" + words);
    }

    private static AgentTask task(String session, String directory) {
        TaskStore store = new TaskStore(Clock.systemUTC());
        store.apply(List.of(new Change.Found(
                SERVER,
                List.of(new SessionInfo(
                        new TaskKey(SERVER, session),
                        "t",
                        Optional.empty(),
                        directory,
                        Assignment.UNKNOWN,
                        new SessionInfo.Times(Instant.EPOCH, Instant.EPOCH))))));
        return store.tasks().iterator().next();
    }
}
