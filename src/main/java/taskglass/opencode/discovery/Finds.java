package taskglass.opencode.discovery;

import java.util.List;
import taskglass.task.PortlessOpenCode;

/** All that one look around found. */
public record Finds(List<Found> servers, List<PortlessOpenCode> portless) {
    public static final Finds NOTHING = new Finds(List.of(), List.of());

    public Finds {
        servers = List.copyOf(servers);
        portless = List.copyOf(portless);
    }
}
