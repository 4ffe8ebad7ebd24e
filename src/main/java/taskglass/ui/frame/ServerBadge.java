package taskglass.ui.frame;

import java.util.Optional;
import javafx.scene.layout.Region;
import taskglass.task.ServerId;
import taskglass.text.ServerNames;

/** The mark of a server: a small shape in a color of the theme. */
public final class ServerBadge extends Region {
    /** {@code colour} as stored in the settings. It is also a style class. */
    public ServerBadge(String colour) {
        getStyleClass().addAll("server-badge", "badge-" + colour);
    }

    /** The badge of a server; empty unless the user added the server. */
    public static Optional<ServerBadge> of(ServerId server) {
        return ServerNames.colour(server).map(ServerBadge::new);
    }
}
