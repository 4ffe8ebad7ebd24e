package taskglass.task.transcript;

/**
 * The changes a run has made to one file.
 *
 * @param patch a unified diff; empty for a binary file
 */
public record FileChange(String file, Kind kind, int added, int removed, ClippedText patch) {
    /** What happened to the file. */
    public enum Kind {
        ADDED,
        MODIFIED,
        DELETED
    }
}
