package taskglass.ui.attention;

import java.util.ArrayList;
import java.util.List;

/** One line of a unified diff, with its sign at the start. */
record DiffLine(String text, Kind kind) {
    enum Kind {
        ADDED,
        REMOVED,
        HUNK,
        SAME
    }

    private static final String FILE = "Index: ";

    /** The lines of the diff. A file's header is reduced to its name, and omitted if the diff has one file only. */
    static List<DiffLine> of(String diff) {
        List<String> lines = diff.lines().toList();
        boolean several = lines.stream().filter(line -> line.startsWith(FILE)).count() > 1;
        List<DiffLine> shown = new ArrayList<>();
        boolean above = true;
        for (String line : lines) {
            // Within a file, each line starts with a sign or a space.
            above = line.startsWith(FILE) || (above && !line.startsWith("@@"));
            if (!above) {
                shown.add(new DiffLine(line, kind(line)));
            } else if (several && line.startsWith(FILE)) {
                shown.add(new DiffLine(line.substring(FILE.length()), Kind.HUNK));
            }
        }
        return shown;
    }

    private static Kind kind(String line) {
        if (line.startsWith("+")) {
            return Kind.ADDED;
        }
        if (line.startsWith("-")) {
            return Kind.REMOVED;
        }
        return line.startsWith("@@") ? Kind.HUNK : Kind.SAME;
    }
}
