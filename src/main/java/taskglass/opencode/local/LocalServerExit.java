package taskglass.opencode.local;

import java.util.List;

/**
 * The end of a server started by Taskglass: its exit status, whether Taskglass ended it, and the last lines that it
 * printed.
 */
public record LocalServerExit(int status, boolean wanted, List<String> lastLines) {
    public LocalServerExit {
        lastLines = List.copyOf(lastLines);
    }
}
