package taskglass.ui.detail.output;

/** What a row of the output says, for tests of the whole window. */
public final class RowText {
    private RowText() {}

    public static String of(Object row) {
        return ((OutputRow) row).text();
    }

    /** Whether it is the one line of a tool call. */
    public static boolean isCall(Object row) {
        return row instanceof OutputRow.CallLine;
    }
}
