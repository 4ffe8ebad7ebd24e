package taskglass.opencode;

import java.util.List;

/**
 * How a server started by Taskglass ended: its exit status, whether Taskglass ended it, and the last lines that it
 * printed.
 */
public record LocalServerExit(int status, boolean wanted, List<String> lastLines) {
    public LocalServerExit {
        lastLines = List.copyOf(lastLines);
    }
}
