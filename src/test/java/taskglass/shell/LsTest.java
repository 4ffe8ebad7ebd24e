package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import taskglass.ShellRun;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;

/** What {@code ls} tells of tasks on a real server. */
@NeedsOpenCode
class LsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** In the order in which the documentation tells them. */
    private static final List<String> FIELDS = List.of(
            "time",
            "server",
            "session",
            "backgroundId",
            "parent",
            "title",
            "agent",
            "model",
            "directory",
            "status",
            "toolCalls",
            "toolCallsExact",
            "lastTool",
            "startedAt",
            "endedAt",
            "elapsedMs",
            "tokensIn",
            "tokensOut",
            "cost",
            "treeTasks",
            "treeToolCalls",
            "treeToolCallsExact",
            "treeCost",
            "error",
            "attention",
            "provenance",
            "seenAt");

    private final RealOpenCode server = RealOpenCode.shared(RealOpenCode.PINNED);

    @Test
    void lsListsExactCountsOfTasksThatRanBefore() throws IOException {
        String session = id(launch("steps=2 parallel=3", "--wait"));
        JsonNode line = line(shell("ls", "--json"), session);
        assertThat(line.path("status").asText()).isEqualTo("completed");
        assertThat(line.path("toolCalls").asInt()).isEqualTo(6);
        assertThat(line.path("toolCallsExact").asBoolean()).isTrue();
    }

    @Test
    void everyLineHasEveryFieldAbsentOrNot() throws IOException {
        String session = id(launch("steps=0", "--wait"));
        JsonNode line = line(shell("ls", "--json"), session);
        assertThat(line.properties().stream().map(Map.Entry::getKey)).containsExactlyElementsOf(FIELDS);
        assertThat(line.path("error").isNull()).isTrue();
    }

    @Test
    void lsShowsAChildUnderItsParent() throws IOException {
        String root = id(launch("steps=1 tool=task sub=1", "--wait"));
        String table = shell("ls").out();
        List<String> lines = table.lines().toList();
        int at = lines.indexOf(
                lines.stream().filter(l -> l.contains(root)).findFirst().orElseThrow());
        assertThat(lines.get(at + 1)).contains("    sub 0");
        String child =
                lines.get(at + 1).substring(lines.get(at + 1).indexOf("ses_")).strip();
        assertThat(line(shell("ls", "--json"), child).path("parent").asText()).isEqualTo(root);
        assertThat(lines.get(at)).contains(" 1 (2) ");
        assertThat(line(shell("ls", "--json"), root).path("toolCalls").asInt()).isEqualTo(1);
        assertThat(line(shell("ls", "--json"), root).path("treeToolCalls").asInt())
                .isEqualTo(2);
    }

    @Test
    void lsListsOnlyTheStatusesThatWereAskedFor() {
        String failed = id(launch("fail=400", "--wait"));
        String completed = id(launch("steps=0", "--wait"));
        assertThat(shell("ls", "--status", "failed,cancelled").out())
                .contains(failed)
                .doesNotContain(completed);
    }

    @Test
    void aTerminalsWidthIsKept() {
        launch("steps=0", "--wait", "--title", "A title that is very much longer than anything that fits on a line");
        assertThat(ShellRun.onTerminal(110, server.baseUrl(), "ls").lines()).allMatch(line -> line.length() <= 110);
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
