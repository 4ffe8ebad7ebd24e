package taskglass.ui.settings;

import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import taskglass.ui.actions.Action;
import taskglass.ui.actions.KeySheet;
import taskglass.ui.actions.PartKeys;

/** The page that lists all keys. */
public final class KeysPage implements SettingsPage {
    private final Node list;

    public KeysPage(List<Action> actions, List<PartKeys> parts) {
        list = new KeySheet(actions, parts).list();
    }

    @Override
    public String id() {
        return "keys";
    }

    @Override
    public Ikon icon() {
        return BootstrapIcons.KEYBOARD;
    }

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public Node content() {
        return list;
    }
}
