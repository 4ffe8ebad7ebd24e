package taskglass.opencode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A unified diff of two texts, line by line. */
final class LineDiff {
    private static final int CONTEXT = 3;

    /** Cells of the table of common lines: beyond it the middle counts as replaced whole. */
    private static final long TABLE = 4_000_000;

    /** A line of the diff: ' ', '-' or '+', and how many lines of either text came before it. */
    private record Line(char sign, String text, int before, int after) {}

    private final List<String> old;
    private final List<String> now;
    private final List<Line> lines = new ArrayList<>();

    private LineDiff(List<String> old, List<String> now) {
        this.old = old;
        this.now = now;
    }

    /** The hunks, with three lines of context; "" for equal texts. */
    static String between(String before, String after) {
        LineDiff diff = new LineDiff(before.lines().toList(), after.lines().toList());
        diff.compare();
        return String.join("\n", diff.hunks());
    }

    private void compare() {
        int head = 0;
        while (head < old.size() && head < now.size() && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < old.size() - head
                && tail < now.size() - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        for (int i = 0; i < head; i++) {
            lines.add(new Line(' ', old.get(i), i, i));
        }
        middle(head, old.size() - tail, now.size() - tail);
        for (int i = tail; i > 0; i--) {
            lines.add(new Line(' ', old.get(old.size() - i), old.size() - i, now.size() - i));
        }
    }

    private void middle(int from, int oldTo, int nowTo) {
        int rows = oldTo - from;
        int columns = nowTo - from;
        boolean small = (long) rows * columns <= TABLE;
        int[][] common = small ? common(from, rows, columns) : new int[0][];
        int i = 0;
        int j = 0;
        while (i < rows || j < columns) {
            boolean both = small && i < rows && j < columns;
            if (both && old.get(from + i).equals(now.get(from + j))) {
                lines.add(new Line(' ', old.get(from + i), from + i++, from + j++));
            } else if (i < rows && (!both || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line('-', old.get(from + i), from + i++, from + j));
            } else {
                lines.add(new Line('+', now.get(from + j), from + i, from + j++));
            }
        }
    }

    /** For each pair of places, how many lines the two rests have in common. */
    private int[][] common(int from, int rows, int columns) {
        int[][] common = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                common[i][j] = old.get(from + i).equals(now.get(from + j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private List<String> hunks() {
        List<String> hunks = new ArrayList<>();
        int at = 0;
        while ((at = nextChange(at)) < lines.size()) {
            int from = Math.max(0, at - CONTEXT);
            int to = at;
            while (nextChange(to) <= to + 2 * CONTEXT && nextChange(to) < lines.size()) {
                to = nextChange(to) + 1;
            }
            to = Math.min(lines.size(), to + CONTEXT);
            hunks.add(header(lines.subList(from, to)));
            lines.subList(from, to).forEach(line -> hunks.add(line.sign + line.text));
            at = to;
        }
        return hunks;
    }

    private int nextChange(int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).sign == ' ') {
            at++;
        }
        return at;
    }

    private static String header(List<Line> hunk) {
        long removed = hunk.stream().filter(line -> line.sign != '+').count();
        long added = hunk.stream().filter(line -> line.sign != '-').count();
        int before = hunk.getFirst().before + (removed > 0 ? 1 : 0);
        int after = hunk.getFirst().after + (added > 0 ? 1 : 0);
        return String.format(Locale.ROOT, "@@ -%d,%d +%d,%d @@", before, removed, after, added);
    }
}
