package taskglass.ui.settings;

import java.util.Optional;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import taskglass.engine.Engine;
import taskglass.text.Texts;
import taskglass.ui.frame.Dialogs;
import taskglass.ui.permissions.SavedPermissionsController;

/** The page of permissions that were granted permanently. */
public final class PermissionsPage implements SettingsPage {
    private final SavedPermissionsController permissions;

    /** @param dialogs ask before several permissions are revoked */
    public PermissionsPage(Engine engine, Dialogs dialogs) {
        permissions = new SavedPermissionsController(
                engine,
                question -> dialogs.confirmed(
                        Texts.of("permissions.revoke.all.title"), question, Texts.of("permissions.revoke.all")));
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
