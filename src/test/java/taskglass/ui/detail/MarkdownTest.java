package taskglass.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taskglass.task.Clip;
import taskglass.task.Part;
import taskglass.task.Part.Place;
import taskglass.task.Part.Text;

/** Texts in Markdown as rows. */
class MarkdownTest {
    private static final Place PLACE = new Place("msg_1", "prt_1");

    @Test
    void aParagraphIsARowAndItsEmphasisStays() {
        assertThat(rows("a **b** `c`"))
                .singleElement()
                .isEqualTo(new Row.Prose(
                        PLACE,
                        Row.Voice.ANSWER,
                        Row.Shape.PLAIN,
                        0,
                        "",
                        List.of(words("a "), words("b", Span.Style.BOLD), words(" "), words("c", Span.Style.CODE))));
    }

    @Test
    void itemsHaveTheirMarkersAndNestedOnesAreIndented() {
        assertThat(rows("3. three\n   - inner\n4. four").stream().map(Row::words))
                .containsExactly("3. three", "• inner", "4. four");
    }

    @Test
    void longCodeIsCutUpSoThatNoRowIsLarge() {
        String code = "```\n" + "line\n".repeat(1000) + "```";
        List<Row> rows = rows(code);
        assertThat(rows)
                .hasSizeGreaterThan(20)
                .allSatisfy(row -> assertThat(row.words().lines().count()).isLessThanOrEqualTo(Markdown.LINES));
    }

    @Test
    void aLineWithoutEndIsCutUpToo() {
        assertThat(Markdown.chunks("x".repeat(100_000))).hasSizeGreaterThan(20);
    }

    @Test
    void noLineIsLostInChunks() {
        String text = "a\n\nb\n".repeat(100);
        assertThat(String.join("\n", Markdown.chunks(text))).isEqualTo(text.stripTrailing());
    }

    @Test
    void aTextThatGrowsLooksAsIfItHadBeenReadWhole() {
        String whole = (SampleLog.MARKDOWN + "\n").repeat(40);
        GrowingText growing = new GrowingText();
        for (int length = 0; length <= whole.length(); length += 997) {
            var _ = growing.rows(open(whole.substring(0, length)), Row.Voice.ANSWER);
        }
        List<Row> last = growing.rows(open(whole), Row.Voice.ANSWER);
        assertThat(last.stream().map(Row::words))
                .containsExactlyElementsOf(rows(whole).stream().map(Row::words).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/spec, https://example.org/spec",
        "http://example.org,       http://example.org",
        "file:///etc/passwd,       ",
        "javascript:alert(1),      ",
        "vscode://open/it,         ",
        "relative/page.html,       ",
        "https:,                   "
    })
    void onlyPagesOfTheWebAreLinks(String destination, String link) {
        assertThat(rows("See [this](" + destination + ").").getFirst().links())
                .isEqualTo(Stream.ofNullable(link).map(URI::create).toList());
    }

    private static Span words(String text, Span.Style... styles) {
        return new Span(text, Set.of(styles));
    }

    private static Text open(String words) {
        return new Text(
                PLACE, false, Clip.of(words), new Part.Span(Optional.of(SampleLog.THEN), Optional.empty()), true);
    }

    private static List<Row> rows(String text) {
        return Markdown.rows(PLACE, Row.Voice.ANSWER, text);
    }
}
