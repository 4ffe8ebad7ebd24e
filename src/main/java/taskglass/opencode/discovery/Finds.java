package taskglass.opencode.discovery;

import java.util.List;
import taskglass.task.LocalProcess;
import taskglass.task.PortlessOpenCode;

/**
 * Everything that one scan found.
 *
 * @param processes all OpenCode processes of this user, including those started from here
 */
public record Finds(List<Found> servers, List<PortlessOpenCode> portless, List<LocalProcess> processes) {
    public static final Finds NOTHING = new Finds(List.of(), List.of(), List.of());

    public Finds {
        servers = List.copyOf(servers);
        portless = List.copyOf(portless);
        processes = List.copyOf(processes);
    }
}
