package taskglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import taskglass.task.ServerId;
import taskglass.task.Trouble;
import taskglass.task.request.Refusal;
import taskglass.task.request.RemovalState;

/** What a person reads of an order that was not carried out. */
class RefusalTextTest {
    private static final ServerId SERVER = new ServerId("http://127.0.0.1:4096");

    static final List<Refusal> AT_A_SERVER = List.of(
            new Refusal.NotWatched(SERVER),
            new Refusal.Gone(SERVER),
            new Refusal.NoPrompt(SERVER),
            new Refusal.NoAgent(SERVER, "nobody", List.of("build")),
            new Refusal.NoModel(SERVER, "lab/nothing", List.of("lab/it")),
            troubled(new Trouble.NoAnswer("connection refused")),
            troubled(new Trouble.Unauthorised(false)),
            troubled(new Trouble.NotOpenCode("a page")),
            troubled(new Trouble.TooOld()),
            troubled(new Trouble.Ended("")),
            troubled(new Trouble.Refused(500, "boom.")));

    @ParameterizedTest
    @FieldSource("AT_A_SERVER")
    void eachNamesItsServerAndIsASentence(Refusal refusal) {
        assertThat(RefusalText.of(refusal)).contains(SERVER.shortName()).endsWith(".");
    }

    @Test
    void anAgentThatIsNotThereIsReportedWithThoseThatAre() {
        assertThat(RefusalText.of(new Refusal.NoAgent(SERVER, "nobody", List.of("build", "plan"))))
                .endsWith("has no agent “nobody” in this directory. It has: build, plan.");
    }

    @Test
    void ofManyModelsTheFirstAreNamed() {
        List<String> many = IntStream.range(0, 20).mapToObj(i -> "m" + i).toList();
        assertThat(RefusalText.of(new Refusal.NoModel(SERVER, "lab/nothing", many)))
                .endsWith("It has: m0, m1, m2, m3, m4, m5, m6, m7, ….");
    }

    @Test
    void anErrorOfTheServersIsReportedWithItsNumberAsItIs() {
        assertThat(RefusalText.of(troubled(new Trouble.Refused(1400, "boom")))).endsWith("refused (1400): boom");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAtWorkHasItsSentenceForEveryWayToGo(RemovalState how) {
        assertThat(RefusalText.of(new Refusal.AtWork("Port it", how))).startsWith("“Port it” is running. Cancel it");
    }

    @ParameterizedTest
    @EnumSource
    void openCodeThatDidNotStartHasItsSentenceAndItsLastLines(Refusal.NoStart how) {
        Refusal refusal = new Refusal.NotStarted(how, "/srv/x", List.of("one", "two"));
        assertThat(RefusalText.of(refusal)).contains("OpenCode").endsWith("\none\ntwo");
    }

    private static Refusal troubled(Trouble trouble) {
        return new Refusal.Troubled(SERVER, trouble);
    }
}
