package taskglass.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;

/** What became of files, as the wire tells it. */
final class Changes {
    private Changes() {}

    /** Adds what a diff of one hunk, which begins with {@code @@}, has done to a file. */
    static void note(ArrayNode changes, String file, String diff) {
        long added = diff.lines().filter(line -> line.startsWith("+")).count();
        long removed = diff.lines().filter(line -> line.startsWith("-")).count();
        boolean fresh = diff.startsWith("@@ -0,0");
        changes.addObject()
                .put("file", file)
                .put("patch", "--- a/" + file + "\n+++ b/" + file + "\n" + diff + "\n")
                .put("additions", added)
                .put("deletions", removed)
                .put("status", fresh ? "added" : "modified");
    }
}
