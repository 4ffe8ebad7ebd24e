package taskglass.ui.settings;

import java.util.Optional;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import taskglass.engine.Engine;
import taskglass.ui.permissions.SavedPermissionsController;

/** The page of permissions that were granted permanently. */
public final class PermissionsPage implements SettingsPage {
    private final SavedPermissionsController permissions;

    public PermissionsPage(Engine engine) {
        permissions = new SavedPermissionsController(engine);
    }

    @Override
    public String id() {
        return "permissions";
    }

    @Override
    public Ikon icon() {
        return BootstrapIcons.SHIELD_CHECK;
    }

    @Override
    public Node content() {
        return permissions.root();
    }

    @Override
    public Optional<Node> corner() {
        return Optional.of(permissions.filter());
    }

    @Override
    public void opened() {
        permissions.opened();
    }

    @Override
    public void closed() {
        permissions.closed();
    }
}
