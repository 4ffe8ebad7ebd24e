package taskglass.ui.settings;

import java.util.Optional;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/** A page of the settings window. Whatever is chosen on it applies at once. */
public interface SettingsPage {
    /** Its id. The text {@code settings.page.ID} is its title. */
    String id();

    Ikon icon();

    Node content();

    /** A control at the right of the title. */
    default Optional<Node> corner() {
        return Optional.empty();
    }

    /** Called when the page comes into view. */
    default void opened() {}

    /** Called when another page replaces it, or the window closes. */
    default void closed() {}

    /** Whether something can be changed on the page. */
    default boolean changes() {
        return true;
    }
}
