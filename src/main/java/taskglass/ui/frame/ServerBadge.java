package taskglass.ui.frame;

import java.util.Optional;
import javafx.scene.layout.Region;
import taskglass.task.ServerId;
import taskglass.words.ServerNames;

/** The mark of a server: a small shape in a colour of the theme. */
public final class ServerBadge extends Region {
    /** {@code colour} as it stands in the settings; it is a style class, too. */
    public ServerBadge(String colour) {
        getStyleClass().addAll("server-badge", "badge-" + colour);
    }

    /** That of a server that a person added. */
    public static Optional<ServerBadge> of(ServerId server) {
        return ServerNames.colour(server).map(ServerBadge::new);
    }
}
