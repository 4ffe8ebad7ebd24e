package taskglass.task;

/**
 * What a run has made different in one file.
 *
 * @param patch a unified diff, empty for a file that is no text
 */
public record FileChange(String file, Kind kind, int added, int removed, Clip patch) {
    /** What happened to the file. */
    public enum Kind {
        ADDED,
        MODIFIED,
        DELETED
    }
}
