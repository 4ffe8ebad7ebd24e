package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.ShellRun;
import taskglass.lab.RecordedOpenCode;

/** Trap 39: a task is found by what the plugin that had it started calls it, which only the run above it tells. */
class BackgroundIdsTest {
    private static final String CHILD = "ses_dd315aa8affeWuP6tVnk6XoLNL";
    private static final String ROOT = "ses_dd315b758ffe4Sixk9jRezPY8W";

    private RecordedOpenCode server;

    @BeforeEach
    void play() throws IOException {
        server = new RecordedOpenCode("1.18.34/plugin-background-tasks");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void explainTakesThePluginsId() {
        ShellRun run = shell("explain", "bg_bdd01407");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("completed  " + CHILD);
    }

    @Test
    void soMuchOfItThatOnlyOneHasItIsEnough() {
        assertThat(shell("explain", "bg_bdd0").out()).startsWith("completed  " + CHILD);
    }

    @Test
    void tooLittleOfItIsRefused() {
        ShellRun run = shell("explain", "bg_b");
        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.err()).contains("too short for an id");
    }

    @Test
    void waitTakesIt() {
        ShellRun run = shell("wait", "--json", "bg_bdd01407");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains(CHILD).contains("bg_bdd01407");
    }

    @Test
    void cancelTakesIt() {
        ShellRun run = shell("cancel", "bg_4a3fbdd1");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("completed  ses_dd315a6c0ffeiZUoAk1EUTO7M7");
    }

    @Test
    void oneThatNobodyHasIsRefused() {
        ShellRun run = shell("wait", "bg_00000000");
        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.err()).contains("bg_00000000");
    }

    @Test
    void theListTellsItOfTheChildAndOfNobodyElse() {
        ShellRun run = shell("ls", "--json");
        assertThat(run.out().lines().filter(line -> line.contains("bg_bdd01407")))
                .singleElement()
                .asString()
                .contains(CHILD);
        assertThat(run.out().lines().filter(line -> line.contains("\"session\":\"" + ROOT)))
                .singleElement()
                .asString()
                .contains("\"backgroundId\":null");
    }

    private ShellRun shell(String... words) {
        return ShellRun.of(server.baseUrl(), words);
    }
}
