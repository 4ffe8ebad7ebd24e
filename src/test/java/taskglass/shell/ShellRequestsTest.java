package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import taskglass.ShellRun;
import taskglass.lab.OnEachOpenCode;
import taskglass.lab.RealOpenCode;

/** Requests that are answered in a shell, and what a real server makes of that; each test in a directory of its own. */
@OnEachOpenCode
class ShellRequestsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameter
    private String version;

    private RealOpenCode server;
    private Path directory;

    @BeforeEach
    void begin() throws IOException {
        server = RealOpenCode.shared(version);
        directory = server.newDirectory("shell-" + UUID.randomUUID());
    }

    @Test
    void withoutAnAnswerThePermissionIsShownInFullAndStillWaits() {
        String session = blocked("steps=1 tool=write");
        ShellRun shown = shell("answer", session);
        assertThat(shown.exit()).as(shown.err()).isZero();
        assertThat(shown.out()).contains("out-0.txt", "always: ");
        assertThat(shell("wait", "--until-blocked", session).exit()).isEqualTo(3);
        shell("cancel", session);
    }

    @Test
    void whatIsAllowedOnceIsDone() {
        String session = blocked("steps=1 tool=write");
        ShellRun run = shell("answer", session, "once");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.lines()).singleElement().asString().startsWith("allowed  " + session);
        assertThat(shell("wait", session).exit()).isZero();
        assertThat(directory.resolve("out-0.txt")).hasContent("line");
    }

    @Test
    void whatIsAlwaysAllowedIsNotAskedAgain() {
        String session = blocked("steps=2 tool=write");
        assertThat(shell("answer", session, "always").exit()).isZero();
        assertThat(shell("wait", "--until-blocked", session).exit()).isZero();
        assertThat(directory.resolve("out-1.txt")).hasContent("line");
    }

    @Test
    void aRejectionWithAMessageLetsTheAgentGoOn() {
        String session = blocked("steps=1 tool=write");
        assertThat(shell("answer", session, "reject", "--message", "use a table")
                        .exit())
                .isZero();
        assertThat(shell("wait", session).exit()).isZero();
        assertThat(server.messages(session, directory).toString()).contains("use a table");
    }

    @Test
    void aQuestionOfSeveralFieldsIsAnsweredByTheirNames() {
        String session = blocked("steps=1 tool=question ask=several");
        ShellRun run = shell(
                "answer",
                session,
                "--field=Date format",
                "--choose=2",
                "--field=pages",
                "--choose=1",
                "--choose=notes",
                "--text=the index",
                "--field=3",
                "--text=Zoo");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(shell("wait", session).exit()).isZero();
        assertThat(server.messages(session, directory).toString())
                .contains("2026-11-22", "guide", "notes", "the index", "Zoo");
    }

    @Test
    void anAnswerThatDoesNotFitSendsNothingAndSaysWhy() {
        String session = blocked("steps=1 tool=question ask=several");
        ShellRun run = shell("answer", session, "--field=Date format", "--choose=7");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("1 “22.11.2026”, 2 “2026-11-22”");
        ShellRun verb = shell("answer", session, "once");
        assertThat(verb.exit()).isEqualTo(2);
        assertThat(verb.err()).contains("It asks a question");
        assertThat(shell("answer", session).out()).contains("--choose 2  2026-11-22");
        assertThat(shell("answer", session, "dismiss").exit()).isZero();
    }

    @Test
    void whatWasAnsweredElsewhereIsSaidSo() {
        String session = blocked("steps=1 tool=write");
        String request = shell("answer", session).out().split(" ", 2)[0];
        server.post(
                "/permission/" + request + "/reply?directory=" + RealOpenCode.encoded(directory),
                JSON.createObjectNode().put("reply", "once"));
        assertThat(shell("wait", session).exit()).isZero();
        ShellRun late = shell("answer", session, "once");
        assertThat(late.exit()).isEqualTo(6);
        assertThat(late.err()).contains("asks nothing now");
    }

    @Test
    void lsSaysWhatATaskAsksAndWhyOneFailed() {
        String asks = blocked("steps=1 tool=write");
        String failed = id(launch("fail=400", "--wait"));
        List<String> lines = ShellRun.onTerminal(160, server.baseUrl(), "ls").lines();
        assertThat(lines).allMatch(line -> line.length() <= 160);
        assertThat(lines.getFirst()).endsWith("NOTE");
        assertThat(line(lines, asks)).contains("wants to edit");
        assertThat(line(lines, failed)).contains("scripted failure 400");
        shell("cancel", asks);
    }

    @Test
    void outputPrintsWhatTheNewestRunWrote() {
        String session = id(launch("steps=1 text=first", "--wait"));
        assertThat(shell("output", session).out().strip()).isNotEmpty().contains("first");
        ShellRun again = shell("continue", session, "text=second", "--wait");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.lines()).containsExactly(session);
        assertThat(shell("output", session).out()).contains("second").doesNotContain("first");
    }

    @Test
    void outputOfARunThatFailedSaysWhyOnTheErrorStream() {
        ShellRun run = shell("output", id(launch("fail=400", "--wait")));
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("It failed: ").contains("scripted failure 400");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void followedOutputIsThatOfTheWholeRunAndEndsWithIt() {
        String session = id(launch("steps=1 sleep=1 words=30 delay=20"));
        ShellRun followed = shell("output", "--follow", session);
        assertThat(followed.exit()).as(followed.err()).isZero();
        assertThat(followed.out()).isEqualTo(shell("output", session).out());
        assertThat(followed.out().split("\\s+", -1)).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void launchWithoutAnAgentUsesTheServersFirst() {
        ShellRun run = shell("launch", "--dir", directory.toString(), "--wait", "words=1");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(server.messages(id(run), directory).toString()).contains("\"agent\":\"build\"");
    }

    private String blocked(String prompt) {
        ShellRun run = launch(prompt, "--wait", "--until-blocked");
        assertThat(run.exit()).as(run.err()).isEqualTo(3);
        return id(run);
    }

    private ShellRun launch(String prompt, String... options) {
        return shell(Stream.concat(
                        Stream.of("launch", "--agent", "build", "--dir", directory.toString(), prompt),
                        Stream.of(options))
                .toArray(String[]::new));
    }

    private ShellRun shell(String... words) {
        return ShellRun.of(server.baseUrl(), words);
    }

    private static String id(ShellRun launched) {
        return launched.lines().getFirst();
    }

    private static String line(List<String> lines, String session) {
        return lines.stream().filter(line -> line.contains(session)).findFirst().orElseThrow();
    }
}
