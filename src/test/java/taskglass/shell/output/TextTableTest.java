package taskglass.shell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import taskglass.shell.output.TextTable.Column;
import taskglass.shell.output.TextTable.Give;

/** A table on terminals of different widths. */
class TextTableTest {
    private static final String LONG = "a text that is longer than its column may be";

    @Test
    void columnsLeaveInTheirTurnUntilTheOthersFit() {
        assertThat(heading(100)).isEqualTo("NAME                                          CALLS  ID");
        assertThat(heading(28)).isEqualTo("NAME            CALLS  ID");
        assertThat(heading(22)).isEqualTo("NAME             ID");
    }

    @Test
    void noLineIsWiderThanTheTerminal() {
        for (int width = 20; width < 80; width++) {
            int most = width;
            assertThat(table().lines(OptionalInt.of(width))).allMatch(line -> line.length() <= most);
        }
    }

    private static String heading(int width) {
        return table().lines(OptionalInt.of(width)).getFirst();
    }

    private static TextTable table() {
        TextTable table = new TextTable(List.of(
                new Column("NAME", false, Give.END, 0),
                new Column("CALLS", true, Give.NOTHING, 1),
                new Column("ID", false, Give.NOTHING, 0)));
        table.add(List.of(LONG, "12", "ses_1"));
        return table;
    }
}
