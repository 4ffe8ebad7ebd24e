package taskglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import taskglass.task.Reason;
import taskglass.task.TaskStatus;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.request.ParentMessage.WaitsFor;
import taskglass.task.status.ServerHealth;

class TextsTest {
    private static final Path RESOURCES = Path.of("src/main/resources/taskglass/ui");
    private static final Path SOURCES = Path.of("src/main/java/taskglass/ui");

    @Test
    void everyKeyOfEveryFxmlHasItsWords() throws IOException {
        assertThat(found(RESOURCES, ".fxml", "\"%([a-z.]+)\"")).isNotEmpty().allMatch(TextsTest::known);
    }

    @Test
    void everyKeyInTheCodeHasItsWords() throws IOException {
        assertThat(found(SOURCES, ".java", "Texts\\.of\\(\\s*\"([a-z.]*[a-z])\"[,)]"))
                .isNotEmpty()
                .allMatch(TextsTest::known);
    }

    @Test
    void everyCaseHasItsWords() {
        assertThat(TaskStatus.values()).allMatch(status -> known("status." + status));
        assertThat(ParentWish.values()).allMatch(wish -> known("launch.wish." + wish));
        assertThat(WaitsFor.values()).allMatch(why -> known("pending.waits." + why));
        assertThat(ServerHealth.ConnectionState.values()).allMatch(word -> known("server." + word));
        assertThat(Reason.Code.values())
                .filteredOn(code -> code != Reason.Code.NONE && code != Reason.Code.SERVER_SAID)
                .allMatch(code -> known("reason." + code));
    }

    @Test
    void noTextHasAnApostropheThatTheFormatWouldSwallow() {
        assertThat(Texts.all().keySet()).noneMatch(key -> Texts.of(key).contains("'"));
    }

    @Test
    void countsReadAsAPersonWouldSayThem() {
        assertThat(Texts.of("counts", 4, 37)).isEqualTo("4 running · 37 tasks");
        assertThat(Texts.of("counts", 0, 1)).isEqualTo("0 running · 1 task");
        assertThat(Texts.of("main.pending", 2)).isEqualTo("2 messages waiting for their parents");
    }

    @Test
    void nothingThatStandsInASentenceTurnsItAround() {
        assertThat(Texts.of("why.ended", "a\u202eb\u0007\u2066\n1,84\u00a0$"))
                .contains("a⟨RLO⟩b⟨BEL⟩⟨LRI⟩\n1,84\u00a0$");
    }

    private static boolean known(String key) {
        return Texts.all().containsKey(key);
    }

    private static List<String> found(Path folder, String ending, String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .flatMap(file -> keys(file, pattern))
                    .toList();
        }
    }

    private static Stream<String> keys(Path file, String pattern) {
        try {
            return Pattern.compile(pattern)
                    .matcher(Files.readString(file))
                    .results()
                    .map(TextsTest::first);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String first(MatchResult match) {
        return match.group(1);
    }
}
