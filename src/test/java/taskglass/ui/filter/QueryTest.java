package taskglass.ui.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.task.Assignment;
import taskglass.task.ModelRef;
import taskglass.task.run.Fact;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.AgentTask;
import taskglass.ui.Sample;

/** What a typed filter matches: one running task of the agent build in /home/dev/compiler. */
class QueryTest {
    private final AgentTask task = task();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "parser",
                "PORT parser",
                "agent:build",
                "agent:BUI",
                "project:compiler",
                "project:dev/comp",
                "status:running",
                "model:sonnet",
                "server:4096",
                "\"port the\"",
                "-agent:plan",
                "-status:failed port",
                "agent:",
                "ses_1",
                "-",
                "\"unclosed quote the parser is still open"
            })
    void matchesIt(String typed) {
        // An unclosed quote is taken as typed so far.
        String text = typed.startsWith("\"unclosed") ? "\"port the parser" : typed;
        assertThat(Query.of(text).matches(task)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"manual", "parser manual", "agent:plan", "status:failed", "-parser", "\"the port\"", "nofield:x"
            })
    void doesNotMatchIt(String typed) {
        assertThat(Query.of(typed).matches(task)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg_bdd01407", "bg_bdd0", "BG_BDD01407", "child bg_bdd"})
    void aTaskIsFoundByWhatThePluginCallsIt(String typed) {
        Sample sample = new Sample();
        sample.told("root", "", 0);
        sample.told("child", "root", 0);
        sample.delegated("root", "child", "bg_bdd01407");
        assertThat(Query.of(typed).matches(sample.task("child"))).isTrue();
        assertThat(Query.of(typed).matches(sample.task("root"))).isFalse();
    }

    @Test
    void whatNoFieldIsCalledIsAWordLikeAnyOther() {
        assertThat(Query.of("http://x").terms()).extracting(Query.Term::field).containsExactly(Optional.empty());
    }

    @Test
    void aFieldCompletesToWhatTheTasksSayThere() {
        assertThat(Completion.of("-agent:bu", List.of(task))).containsExactly("-agent:build");
    }

    @Test
    void theBeginningOfAFieldCompletesToItAfterWhatIsThere() {
        assertThat(Completion.of("parser stat", List.of(task))).containsExactly("parser status:");
    }

    @Test
    void nothingCompletesWhatIsWhole() {
        assertThat(Completion.of("agent:build", List.of(task))).isEmpty();
    }

    private static AgentTask task() {
        Sample sample = new Sample();
        Assignment build =
                new Assignment(Optional.of("build"), Optional.of(new ModelRef("anthropic", "claude-sonnet-4-5")));
        SessionInfo info = Sample.session("ses_1", "", 0);
        sample.heard(
                "ses_1",
                new Fact.Session(new SessionInfo(
                        info.key(),
                        "Port the parser to records",
                        Optional.empty(),
                        "/home/dev/compiler",
                        build,
                        info.times())));
        sample.prompted("ses_1", 0);
        return sample.task("ses_1");
    }
}
