package taskglass.ui.settings;

import java.util.Optional;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import taskglass.ui.server.MdnsSetting;
import taskglass.ui.server.ServerCommands;
import taskglass.ui.server.ServerSettings;

/** The page of the servers. */
public final class ServersPage implements SettingsPage {
    private final ServerSettings servers;

    public ServersPage(ServerCommands commands, MdnsSetting mdns) {
        servers = new ServerSettings(commands, mdns);
    }

    @Override
    public String id() {
        return "servers";
    }

    @Override
    public Ikon icon() {
        return BootstrapIcons.HDD;
    }

    @Override
    public Node content() {
        return servers.root();
    }

    @Override
    public Optional<Node> corner() {
        return Optional.of(servers.add());
    }

    @Override
    public void opened() {
        servers.open(true);
    }

    @Override
    public void closed() {
        servers.open(false);
    }
}
