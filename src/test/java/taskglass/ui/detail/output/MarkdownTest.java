package taskglass.ui.detail.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taskglass.task.transcript.ClippedText;
import taskglass.task.transcript.Part;
import taskglass.task.transcript.Part.Place;
import taskglass.task.transcript.Part.Text;
import taskglass.ui.detail.SampleLog;

/** Texts in Markdown as rows. */
class MarkdownTest {
    private static final Place PLACE = new Place("msg_1", "prt_1");

    @Test
    void aParagraphIsARowAndItsEmphasisStays() {
        assertThat(rows("a **b** `c`"))
                .singleElement()
                .isEqualTo(new OutputRow.Prose(
                        PLACE,
                        OutputRow.Voice.ANSWER,
                        OutputRow.Shape.PLAIN,
                        0,
                        "",
                        List.of(
                                words("a "),
                                words("b", TextSpan.Style.BOLD),
                                words(" "),
                                words("c", TextSpan.Style.CODE))));
    }

    @Test
    void itemsHaveTheirMarkersAndNestedOnesAreIndented() {
        assertThat(rows("3. three\n   - inner\n4. four").stream().map(OutputRow::text))
                .containsExactly("3. three", "• inner", "4. four");
    }

    @Test
    void longCodeIsCutUpSoThatNoRowIsLarge() {
        String code = "```\n" + "line\n".repeat(1000) + "```";
        List<OutputRow> rows = rows(code);
        assertThat(rows)
                .hasSizeGreaterThan(20)
                .allSatisfy(outputRow ->
                        assertThat(outputRow.text().lines().count()).isLessThanOrEqualTo(Markdown.LINES));
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
            var _ = growing.rows(open(whole.substring(0, length)), OutputRow.Voice.ANSWER);
        }
        List<OutputRow> last = growing.rows(open(whole), OutputRow.Voice.ANSWER);
        assertThat(last.stream().map(OutputRow::text))
                .containsExactlyElementsOf(
                        rows(whole).stream().map(OutputRow::text).toList());
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

    private static TextSpan words(String text, TextSpan.Style... styles) {
        return new TextSpan(text, Set.of(styles));
    }

    private static Text open(String words) {
        return new Text(
                PLACE,
                false,
                ClippedText.of(words),
                new Part.Span(Optional.of(SampleLog.THEN), Optional.empty()),
                true);
    }

    private static List<OutputRow> rows(String text) {
        return Markdown.rows(PLACE, OutputRow.Voice.ANSWER, text);
    }
}
