package taskglass.ui.table;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import taskglass.task.TaskStatus;
import taskglass.text.Amounts;
import taskglass.text.QuietText;
import taskglass.text.Texts;
import taskglass.ui.frame.TextWidth;
import taskglass.ui.table.tree.Column;

/**
 * How wide a column may be, in pixels. Short content gets little more than it needs, so that the room of a wide window
 * goes to the others.
 *
 * @param narrow the minimum
 * @param usual enough for ordinary content
 * @param widest the maximum, unless the user makes the column wider
 */
record ColumnLimits(double narrow, double usual, double widest) {
    private static final double UNLIMITED = 5000;

    /** The space to the left and right of the text. The arrow of a sorted column takes the place of this space. */
    private static final double PADDING = 16;

    /** The button at the end of the headers, usually above Project, that shows and hides columns. */
    private static final double CORNER = 8;

    /** The icon of a status, the gap after it, and the wider space before it. */
    private static final double STATUS_ICON = 24;

    /** The limits of all columns in the language of the window. */
    static Map<Column, ColumnLimits> all() {
        Map<Column, ColumnLimits> all = new EnumMap<>(Column.class);
        Arrays.stream(Column.values()).forEach(kind -> all.put(kind, withHeader(kind)));
        return all;
    }

    /** The limits of a column to which the user gave that width. */
    ColumnLimits chosen(double width) {
        return new ColumnLimits(Math.min(narrow, width), width, Math.max(widest, width));
    }

    private static ColumnLimits withHeader(Column kind) {
        double header = header(kind);
        ColumnLimits content = content(kind);
        return new ColumnLimits(
                Math.max(header, content.narrow),
                Math.max(content.narrow, Math.max(header, content.usual)),
                Math.max(header, content.widest));
    }

    private static double header(Column kind) {
        return TextWidth.ofHeader(Texts.of("column." + kind.id())) + PADDING;
    }

    private static ColumnLimits content(Column kind) {
        return switch (kind) {
            case STATUS -> status();
            case TASK -> new ColumnLimits(240, 310, UNLIMITED);
            case AGENT -> new ColumnLimits(78, 92, 140);
            case MODEL, SERVER -> new ColumnLimits(100, 150, 260);
            case ELAPSED -> same(cell("88m 88s"));
            case PROGRESS -> new ColumnLimits(132, 190, UNLIMITED);
            case TOKENS -> amount(Amounts.brief(888_000), Amounts.brief(888_000));
            case COST -> amount(Amounts.money(8.88), Amounts.money(88.88));
            case PROJECT -> new ColumnLimits(header(kind) + CORNER, 96, 150);
            case STARTED, ACTIVITY ->
                same(cell(Amounts.time(Instant.parse("2028-12-28T22:58:00Z"), Instant.EPOCH, ZoneOffset.UTC)));
        };
    }

    private static ColumnLimits amount(String own, String tree) {
        String least = Texts.of("at.least", own);
        return new ColumnLimits(
                cell(least),
                cell(Texts.of("usage.of.tree", own, tree)),
                cell(Texts.of("usage.of.tree", least, Texts.of("at.least", tree))));
    }

    private static ColumnLimits same(double width) {
        return new ColumnLimits(width, width, width);
    }

    private static double cell(String text) {
        return TextWidth.ofCell(text) + PADDING;
    }

    private static ColumnLimits status() {
        double words = status(Arrays.stream(TaskStatus.values()).map(status -> Texts.of("status." + status)));
        double quiet = status(Stream.of(QuietText.of(Duration.ofMinutes(58)), QuietText.of(Duration.ofHours(23))));
        return new ColumnLimits(words, Math.max(words, quiet), Math.max(words, quiet));
    }

    private static double status(Stream<String> words) {
        return words.mapToDouble(word -> cell(word) + STATUS_ICON).max().orElseThrow();
    }
}
