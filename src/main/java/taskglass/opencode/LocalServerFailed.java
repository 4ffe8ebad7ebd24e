package taskglass.opencode;

import java.io.IOException;
import java.util.List;

/** OpenCode did not start here; the message is a sentence for a person, the last lines are what it printed. */
public final class LocalServerFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String[] lastLines;

    LocalServerFailed(String sentence, List<String> lastLines) {
        super(sentence);
        this.lastLines = lastLines.toArray(String[]::new);
    }

    LocalServerFailed(String sentence) {
        this(sentence, List.of());
    }

    LocalServerFailed(String sentence, IOException cause) {
        super(sentence, cause);
        this.lastLines = new String[0];
    }

    /** Oldest first; empty when it could not even be started. */
    public List<String> lastLines() {
        return List.of(lastLines);
    }
}
