package taskglass.opencode.wire;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;

/** A unified diff of two texts, line by line. */
final class LineDiff {
    private static final int CONTEXT = 3;

    /** The lines with the names of the two files, which the caller knows. */
    private static final int HEADER = 2;

    /** The largest product of both line counts. Above it the text counts as replaced: comparing would take seconds. */
    private static final long LARGEST = 25_000_000;

    private LineDiff() {}

    /** Returns the hunks with three lines of context, or "" for equal texts. */
    static String between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff("", "", old, patch(old, now), CONTEXT);
        return String.join("\n", removedFirst(diff.subList(Math.min(HEADER, diff.size()), diff.size())));
    }

    /** Puts the removed lines of adjacent changes first, as in {@code diff -u}. */
    private static List<String> removedFirst(List<String> diff) {
        List<String> lines = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (String line : diff) {
            if (line.startsWith("+")) {
                added.add(line);
                continue;
            }
            if (!line.startsWith("-")) {
                lines.addAll(added);
                added.clear();
            }
            lines.add(line);
        }
        lines.addAll(added);
        return lines;
    }

    private static Patch<String> patch(List<String> old, List<String> now) {
        if ((long) old.size() * now.size() <= LARGEST) {
            return Patch.generate(old, now, new MyersDiffWithLinearSpace<String>().computeDiff(old, now, null));
        }
        Patch<String> whole = new Patch<>();
        whole.addDelta(new ChangeDelta<>(new Chunk<>(0, old), new Chunk<>(0, now)));
        return whole;
    }
}
