package taskglass.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.lab.FxThread;
import taskglass.release.Project;
import taskglass.release.Release;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.ui.frame.Dialogs;
import taskglass.ui.frame.Theme;

/** What the program tells of itself. */
class HelpTest extends ApplicationTest {
    private final Settings settings = Settings.of(SettingsFile.none(), Runnable::run);
    private final List<URI> opened = new ArrayList<>();
    private Help help;

    @Override
    public void start(Stage stage) {
        Theme theme = new Theme(new SimpleObjectProperty<>(false), settings);
        help = new Help(new Dialogs(stage, theme), opened::add);
    }

    @AfterEach
    void close() {
        interact(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    @Test
    void aboutTellsTheVersion() {
        interact(help::about);
        assertThat(FxThread.ask(() -> root().lookupAll(".label").stream()
                        .map(node -> ((Labeled) node).getText())
                        .toList()))
                .contains("Version " + Project.ofThisBuild().version());
    }

    @Test
    void theLicencesOfAllThatIsShippedCanBeRead() {
        interact(help::notices);
        assertThat(FxThread.ask(() -> ((TextArea) root().lookup("#text")).getText()))
                .contains("OkHttp", "JavaFX", "Apache License");
    }

    @Test
    void theNoteOfANewerReleaseOpensItsPage() {
        StackPane place = new StackPane();
        UpdateNote note = new UpdateNote(place, opened::add);
        interact(() -> {
            note.show(new Release("2.0.0", "https://example.org/2.0.0"));
            ((Hyperlink) place.getChildren().getFirst()).fire();
        });
        assertThat(opened).containsExactly(URI.create("https://example.org/2.0.0"));
    }

    private static Parent root() {
        return Window.getWindows().getFirst().getScene().getRoot();
    }
}
