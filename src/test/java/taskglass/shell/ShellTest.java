package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import taskglass.ShellRun;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;

/** The commands beside a real server, as a person or a script uses them. */
@NeedsOpenCode
class ShellTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RealOpenCode server = RealOpenCode.shared(RealOpenCode.PINNED);

    @Test
    void launchPrintsTheSessionsIdAndNothingElse() {
        ShellRun run = shell("launch", "--agent", "build", "steps=0");
        assertThat(run.exit()).isZero();
        assertThat(run.lines()).hasSize(1);
        assertThat(run.out()).startsWith("ses_");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aPromptMayComeFromStandardInput() {
        ShellRun run = ShellRun.with(
                Map.of(),
                "steps=1 text=typed",
                "launch",
                "--server",
                server.baseUrl(),
                "--agent",
                "build",
                "--wait",
                "-");
        assertThat(run.exit()).isZero();
        assertThat(server.messages(id(run), server.project()).toString()).contains("text=typed");
    }

    @Test
    void waitingForACompletedTaskExitsWithZero() {
        ShellRun run = launch("steps=1", "--wait");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void waitingForAFailedTaskExitsWithOneAndSaysWhy() {
        ShellRun run = launch("fail=400", "--wait", "--title", "Bad luck");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEqualToIgnoringNewLines("“Bad luck” failed: scripted failure 400");
    }

    @Test
    void waitingForACancelledTaskExitsWithTwo() {
        String session = id(launch("steps=1 sleep=30"));
        assertThat(shell("cancel", session).exit()).isZero();
        assertThat(shell("wait", session).exit()).isEqualTo(2);
    }

    @Test
    void waitingUntilBlockedExitsWithThree() {
        ShellRun run = launch("steps=1 tool=write", "--wait", "--until-blocked");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("needs you");
        shell("cancel", id(run));
    }

    @Test
    void theWorstOfSeveralTasksDecides() {
        String good = id(launch("steps=0"));
        String bad = id(launch("fail=400"));
        ShellRun run = shell("wait", "--json", good, bad);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.lines()).hasSize(2);
    }

    @Test
    void cancelTellsWhatTheServerShows() {
        String session = id(launch("steps=1 sleep=30", "--title", "Long"));
        ShellRun run = shell("cancel", session);
        assertThat(run.out()).isEqualToIgnoringNewLines("cancelled  " + session + "  Long");
        assertThat(server.messages(session, server.project()).toString()).contains("MessageAbortedError");
    }

    @Test
    void cancelOfACompletedTaskSaysCompleted() {
        String session = id(launch("steps=0", "--wait"));
        ShellRun run = shell("cancel", session);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("completed  " + session);
    }

    @Test
    void explainTellsTheFactsBehindAStatus() {
        String session = id(launch("fail=400", "--wait"));
        ShellRun run = shell("explain", session);
        assertThat(run.exit()).isZero();
        assertThat(run.lines()).hasSizeBetween(3, 4);
        assertThat(run.lines().get(1)).contains("with an error: scripted failure 400");
        assertThat(run.lines().get(2)).startsWith("Confirmed by");
    }

    @Test
    void launchedInADirectoryItWorksThere() throws IOException {
        Path elsewhere = server.newDirectory("shell");
        String session = id(launch("steps=0", "--wait", "--dir", elsewhere.toString()));
        assertThat(line(shell("ls", "--json"), session).path("directory").asText())
                .isEqualTo(elsewhere.toString());
    }

    @Test
    void aLaunchedChildStandsUnderItsParent() throws IOException {
        String parent = id(launch("steps=0", "--wait"));
        String child = id(launch("steps=0", "--wait", "--parent", parent));
        assertThat(line(shell("ls", "--json"), child).path("parent").asText()).isEqualTo(parent);
    }

    @Test
    void soMuchOfAnIdThatOnlyOneTaskHasItIsEnough() {
        String session = id(launch("steps=0"));
        assertThat(shell("wait", session.substring(0, session.length() - 4)).exit())
                .isZero();
    }

    @Test
    void anIdThatSeveralTasksHaveIsRefusedWithTheirNames() {
        String one = id(launch("steps=0"));
        launch("steps=0");
        ShellRun run = shell("wait", "ses_");
        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.err()).contains("too short for an id");
        assertThat(one).startsWith("ses_");
    }

    @Test
    void anUnknownIdIsRefused() {
        ShellRun run = shell("explain", "ses_nobody");
        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("ses_nobody").contains("taskglass ls");
    }

    @Test
    void anUnknownAgentIsRefusedWithThoseThatThereAre() {
        ShellRun run = shell("launch", "--agent", "nobody", "x");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("no agent “nobody”").contains("build");
    }

    @Test
    void anUnknownModelIsRefusedBeforeASessionIsMade() {
        ShellRun run = shell("launch", "--agent", "build", "--model", "lab/nothing", "x");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("no model “lab/nothing”");
        assertThat(run.out()).isEmpty();
    }

    private ShellRun launch(String prompt, String... options) {
        String[] words = new String[options.length + 4];
        words[0] = "launch";
        words[1] = "--agent";
        words[2] = "build";
        System.arraycopy(options, 0, words, 3, options.length);
        words[words.length - 1] = prompt;
        return shell(words);
    }

    private ShellRun shell(String... words) {
        return ShellRun.of(server.baseUrl(), words);
    }

    private static String id(ShellRun launched) {
        return launched.lines().getFirst();
    }

    private static JsonNode line(ShellRun run, String session) throws IOException {
        JsonNode all = JSON.readTree("[" + String.join(",", run.lines()) + "]");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(line -> line.path("session").asText().equals(session))
                .findFirst()
                .orElseThrow();
    }
}
