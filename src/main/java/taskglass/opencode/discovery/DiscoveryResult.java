package taskglass.opencode.discovery;

import java.util.List;
import taskglass.task.PortlessOpenCode;
import taskglass.task.store.LocalProcess;

/**
 * Everything that one scan found.
 *
 * @param processes all OpenCode processes of this user, including those started from here
 */
public record DiscoveryResult(
        List<FoundServer> servers, List<PortlessOpenCode> portless, List<LocalProcess> processes) {
    public static final DiscoveryResult NOTHING = new DiscoveryResult(List.of(), List.of(), List.of());

    public DiscoveryResult {
        servers = List.copyOf(servers);
        portless = List.copyOf(portless);
        processes = List.copyOf(processes);
    }
}
