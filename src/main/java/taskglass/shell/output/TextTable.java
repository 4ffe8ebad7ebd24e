package taskglass.shell.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Rows of text under their headings, aligned, and no wider than the terminal. */
public final class TextTable {
    /** How a column shrinks if the terminal is too narrow. */
    enum Give {
        NOTHING,
        END,
        FRONT
    }

    /**
     * A column of the table.
     *
     * @param right whether it is right-aligned, for numbers
     * @param give how it shrinks
     * @param leaves its turn to be left out if the terminal is too narrow for all columns, the lowest first; 0 if it
     *     stays
     */
    record Column(String heading, boolean right, Give give, int leaves) {}

    private static final String GAP = "  ";
    private static final int LEAST = 12;

    /** The maximum width of a title if there is no terminal. */
    private static final int MOST = 60;

    private List<Column> columns;
    private List<List<String>> rows = new ArrayList<>();

    TextTable(List<Column> columns) {
        this.columns = columns;
        rows.add(columns.stream().map(Column::heading).toList());
    }

    void add(List<String> row) {
        rows.add(row);
    }

    /** Returns the lines, without trailing spaces. */
    public List<String> lines(OptionalInt width) {
        width.ifPresent(this::leaveOut);
        int[] widths = widths();
        if (width.isPresent()) {
            narrow(widths, width.getAsInt());
        } else {
            cutEnds(widths);
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    /** Leaves out columns until the others fit, as narrow as they can be. */
    private void leaveOut(int most) {
        while (least() > most) {
            Optional<Column> next =
                    columns.stream().filter(column -> column.leaves() > 0).min(Comparator.comparingInt(Column::leaves));
            if (next.isEmpty()) {
                return;
            }
            int gone = columns.indexOf(next.get());
            columns = without(columns, gone);
            rows = new ArrayList<>(rows.stream().map(row -> without(row, gone)).toList());
        }
    }

    private static <T> List<T> without(List<T> all, int gone) {
        List<T> left = new ArrayList<>(all);
        left.remove(gone);
        return left;
    }

    private int least() {
        int[] widths = widths();
        int all = (widths.length - 1) * GAP.length();
        for (int i = 0; i < widths.length; i++) {
            all += columns.get(i).give() == Give.NOTHING ? widths[i] : Math.min(widths[i], LEAST);
        }
        return all;
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], TerminalText.width(row.get(i)));
            }
        }
        return widths;
    }

    private void cutEnds(int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).give() == Give.END ? Math.min(widths[i], MOST) : widths[i];
        }
    }

    /** Shrinks the widest shrinkable column until all fit or none can shrink any more. */
    private void narrow(int[] widths, int most) {
        int over = (widths.length - 1) * GAP.length() - most;
        for (int width : widths) {
            over += width;
        }
        for (; over > 0; over--) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                boolean gives = columns.get(i).give() != Give.NOTHING && widths[i] > LEAST;
                if (gives && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(i > 0 ? GAP : "").append(cell(columns.get(i), row.get(i), widths[i]));
        }
        return line.toString().stripTrailing();
    }

    private static String cell(Column column, String text, int width) {
        String fitting =
                column.give() == Give.FRONT ? TerminalText.cutFront(text, width) : TerminalText.cut(text, width);
        return column.right()
                ? " ".repeat(width - TerminalText.width(fitting)) + fitting
                : TerminalText.padded(fitting, width);
    }
}
