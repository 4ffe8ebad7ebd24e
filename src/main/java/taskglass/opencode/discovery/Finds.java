package taskglass.opencode.discovery;

import java.util.List;
import taskglass.task.PortlessOpenCode;

/**
 * All that one look around found.
 *
 * @param onlyServers whether each OpenCode process of this user's is one of the servers
 */
public record Finds(List<Found> servers, List<PortlessOpenCode> portless, boolean onlyServers) {
    public static final Finds NOTHING = new Finds(List.of(), List.of(), false);

    public Finds {
        servers = List.copyOf(servers);
        portless = List.copyOf(portless);
    }
}
