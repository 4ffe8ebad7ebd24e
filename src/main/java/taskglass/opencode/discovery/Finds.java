package taskglass.opencode.discovery;

import java.util.List;
import taskglass.task.LocalProcess;
import taskglass.task.PortlessOpenCode;

/**
 * All that one look around found.
 *
 * @param processes all OpenCode processes of this user's, those that were started from here among them
 */
public record Finds(List<Found> servers, List<PortlessOpenCode> portless, List<LocalProcess> processes) {
    public static final Finds NOTHING = new Finds(List.of(), List.of(), List.of());

    public Finds {
        servers = List.copyOf(servers);
        portless = List.copyOf(portless);
        processes = List.copyOf(processes);
    }
}
