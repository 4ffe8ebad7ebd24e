package taskglass.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;

/** Changes of files in wire format. */
final class DemoFileChanges {
    private DemoFileChanges() {}

    /** Adds a file's change, given as a diff of one hunk, which begins with {@code @@}. */
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
