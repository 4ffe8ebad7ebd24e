package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.ShellRun;
import taskglass.lab.OpenCode2;

/** Forms and permissions of the scripted OpenCode 2, answered in a shell. */
class OpenCode2AnswerTest {
    private OpenCode2 server;
    private String session;

    @BeforeEach
    void work() throws IOException {
        server = new OpenCode2();
        session = server.agents().session("Release it");
        server.agents().begin(session, "release it");
        server.agents().step(session);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aFormOfSeveralFieldsIsShownWithNumbersToChooseBy() {
        server.agents().askForm(session);
        ShellRun run = shell("answer", session);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "1  Which channel?", "--choose 1  stable", "2  Where?", "(several may be chosen)", "3  Notes?");
    }

    @Test
    void aFormIsAnsweredFieldByField() {
        String form = server.agents().askForm(session);
        ShellRun run = shell(
                "answer",
                session,
                "--field",
                "Which channel?",
                "--choose",
                "1",
                "--field",
                "2",
                "--choose",
                "Linux",
                "--choose",
                "2",
                "--field",
                "Notes?",
                "--text",
                "none yet");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("answered  " + session);
        assertThat(server.posted().stream().filter(line -> line.contains("/form/" + form + "/reply")))
                .singleElement()
                .asString()
                .contains("\"channel\":\"s\"", "\"targets\":[\"l\",\"m\"]", "\"notes\":\"none yet\"");
    }

    @Test
    void ofSeveralRequestsOneIsNamedByItsId() {
        String first = server.agents().askPermission(session, "make clean");
        String second = server.agents().askPermission(session, "make install");
        ShellRun several = shell("answer", session, "once");
        assertThat(several.exit()).isEqualTo(2);
        assertThat(several.err()).contains("2 requests wait", "--request ID", first, second, "make install");
        ShellRun one = shell("answer", session, "once", "--request", second);
        assertThat(one.exit()).as(one.err()).isZero();
        assertThat(one.out()).contains("make install");
        assertThat(shell("answer", session).out()).contains(first).doesNotContain(second);
        ShellRun gone = shell("answer", session, "once", "--request", second);
        assertThat(gone.exit()).isEqualTo(6);
        assertThat(gone.err()).contains(second, "does not wait any more", first);
    }

    @Test
    void whatIsAskedIsShownWithNothingHidden() {
        server.agents().askPermission(session, "rm -rf build\33[2K\rls\u202e");
        String out = shell("answer", session).out();
        assertThat(out).doesNotContain("\33", "\u202e");
        assertThat(out.lines().filter(line -> line.contains("rm -rf build")))
                .hasSizeGreaterThanOrEqualTo(2) // in the heading and in full
                .allMatch(line -> line.contains("⟨ESC⟩"));
    }

    private ShellRun shell(String... words) {
        return ShellRun.with(
                Map.of("OPENCODE_PASSWORD", OpenCode2.PASSWORD),
                "",
                Stream.concat(Stream.of("--server", server.baseUrl()), Stream.of(words))
                        .toArray(String[]::new));
    }
}
