package taskglass.ui.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import taskglass.text.Texts;

/** Loads the structure of a window or of a part of it. */
public final class Fxml {
    private Fxml() {}

    /** Loads {@code name.fxml}, with the window's texts, for an existing controller. */
    public static Parent load(String name, Object controller) {
        FXMLLoader loader =
                new FXMLLoader(Objects.requireNonNull(Fxml.class.getResource("/taskglass/ui/" + name + ".fxml")));
        loader.setResources(Texts.all());
        loader.setController(controller);
        try {
            Parent root = loader.load();
            ButtonTips.in(root);
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ".fxml", e);
        }
    }
}
