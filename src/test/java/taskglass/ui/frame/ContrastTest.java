package taskglass.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every text stands out from every ground that it is written on: 4.5 or more, as WCAG AA asks of small text. */
class ContrastTest {
    private static final Pattern COLOUR = Pattern.compile("(-[\\w-]+):\\s*(#[0-9a-fA-F]{6});");
    private static final Pattern TEXT = Pattern.compile("-fx-text-fill:\\s*([^;]+);");
    private static final List<String> THEMES = List.of("light", "dark");
    private static final Path STYLES = Path.of("src/main/resources/taskglass/ui");

    @ParameterizedTest
    @CsvSource({
        "-color-fg-default, -color-bg-default",
        "-color-fg-default, -color-bg-subtle",
        "-color-fg-default, -tg-selected",
        "-color-fg-default, -tg-hover",
        "-color-fg-default, -tg-chip",
        "-color-fg-muted, -color-bg-default",
        "-color-fg-muted, -color-bg-subtle",
        "-color-fg-muted, -tg-selected",
        "-color-fg-muted, -tg-hover",
        "-color-fg-muted, -tg-chip",
        "-color-accent-fg, -color-bg-default",
        "-color-accent-fg, -tg-selected",
        "-color-success-fg, -color-bg-default",
        "-color-success-fg, -tg-selected",
        "-color-warning-fg, -color-bg-default",
        "-color-warning-fg, -tg-selected",
        "-color-danger-fg, -color-bg-default",
        "-color-danger-fg, -tg-selected",
        "-color-danger-fg, -tg-chip",
        "-color-danger-fg, -tg-refusal",
        "-color-fg-default, -tg-strip",
        "-color-fg-muted, -tg-strip",
        "-color-warning-fg, -tg-strip",
        "-color-danger-fg, -tg-strip",
        "-color-fg-default, -tg-strip-key",
        "-color-fg-default, -tg-added",
        "-color-success-fg, -tg-added",
        "-color-fg-default, -tg-removed",
        "-color-danger-fg, -tg-removed",
        "-color-accent-fg, -color-bg-subtle",
        "-color-accent-fg, -tg-hover",
        "-color-success-fg, -color-bg-subtle",
        "-color-success-fg, -tg-hover",
        "-color-warning-fg, -color-bg-subtle",
        "-color-warning-fg, -tg-hover",
        "-color-danger-fg, -color-bg-subtle",
        "-color-danger-fg, -tg-hover",
        "-color-fg-default, -color-bg-overlay",
        "-color-fg-muted, -color-bg-overlay",
        "-color-success-fg, -color-bg-overlay",
        "-color-danger-fg, -color-bg-overlay",
        "-color-warning-fg, -color-bg-overlay",
        "-color-fg-muted, -tg-added",
        "-color-fg-muted, -tg-removed",
        "-color-fg-default, -tg-refusal",
        "-color-fg-muted, -tg-refusal",
        "-color-accent-fg, -color-bg-overlay",
        "-color-fg-default, -tg-match",
        "#000000, -tg-current-match",
        "-color-success-fg, -tg-refusal",
        "-color-success-fg, -tg-strip",
        "#ffffff, -tg-segment",
        "#ffffff, -tg-primary",
        "#ffffff, -tg-primary-hover"
    })
    void textStandsOutFromItsGroundInBothThemes(String text, String ground) throws IOException {
        for (String theme : THEMES) {
            Map<String, String> colours = colours(theme);
            double contrast = contrast(colours.getOrDefault(text, text), colours.getOrDefault(ground, ground));
            assertThat(contrast).as("%s on %s, %s", text, ground, theme).isGreaterThanOrEqualTo(4.5);
        }
    }

    /** What is no text needs 3 or more: dots, bars, lines and the ring around what has the focus. */
    @ParameterizedTest
    @CsvSource({
        "-color-accent-fg, -color-bg-default",
        "-color-accent-fg, -tg-selected",
        "-color-accent-fg, -tg-chip",
        "-color-accent-emphasis, -tg-chip",
        "-color-danger-fg, -tg-chip",
        "-color-fg-muted, -color-bg-subtle",
        "-color-success-fg, -color-bg-subtle",
        "-color-warning-fg, -color-bg-subtle",
        "-color-danger-fg, -color-bg-subtle",
        "-color-warning-fg, -tg-strip",
        "-tg-focus, -color-bg-default",
        "-tg-focus, -color-bg-subtle",
        "-tg-focus, -tg-chip"
    })
    void aShapeStandsOutFromItsGroundInBothThemes(String shape, String ground) throws IOException {
        for (String theme : THEMES) {
            Map<String, String> colours = colours(theme);
            assertThat(contrast(colours.get(shape), colours.get(ground)))
                    .as("%s on %s, %s", shape, ground, theme)
                    .isGreaterThanOrEqualTo(3);
        }
    }

    /** Looked up in the style sheets, so that a colour which is new in them cannot be forgotten here. */
    @Test
    void everyColourThatATextCanHaveIsMeasured() throws Exception {
        CsvSource measured = ContrastTest.class
                .getDeclaredMethod("textStandsOutFromItsGroundInBothThemes", String.class, String.class)
                .getAnnotation(CsvSource.class);
        List<String> texts = Stream.of(measured.value())
                .map(pair -> pair.substring(0, pair.indexOf(',')))
                .toList();
        for (Path sheet : sheets()) {
            assertThat(TEXT.matcher(withoutShapes(sheet))
                            .results()
                            .map(m -> m.group(1).replace("white", "#ffffff").replace("black", "#000000")))
                    .as(sheet.toString())
                    .isSubsetOf(texts);
        }
    }

    /** The timeline takes the colours of its shapes from texts that are never shown. */
    private static String withoutShapes(Path sheet) throws IOException {
        return Files.readString(sheet).replaceAll("\\.timeline-(track|grid|done)[^}]*}", "");
    }

    private static List<Path> sheets() throws IOException {
        try (Stream<Path> files = Files.list(STYLES)) {
            return files.filter(file -> file.toString().endsWith(".css"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> colours(String theme) throws IOException {
        return COLOUR.matcher(Files.readString(STYLES.resolve(theme + ".css")))
                .results()
                .collect(Collectors.toMap((MatchResult m) -> m.group(1), m -> m.group(2), (a, b) -> b));
    }

    private static double contrast(String a, String b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String hex) {
        double[] parts = DoubleStream.of(part(hex, 1), part(hex, 3), part(hex, 5))
                .map(c -> c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    private static double part(String hex, int at) {
        return Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    }
}
