package taskglass.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taskglass.engine.Engine;
import taskglass.lab.FxThread;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.ui.launch.ContinueField;
import taskglass.ui.launch.LaunchMemory;

/** Whether the details are shown, by the width of the window and by what a person chose. */
class DetailSplitTest {
    @TempDir
    private Path folder;

    @Test
    void aWideWindowShowsThem() {
        assertThat(shownAt(1280, 0)).isTrue();
    }

    @Test
    void aNarrowWindowShowsThemOnlyWhenAsked() {
        assertThat(shownAt(800, 0)).isFalse();
        assertThat(shownAt(800, 1)).isTrue();
    }

    @Test
    void toHideThemIsRemembered() {
        assertThat(shownAt(1280, 1)).isFalse();
        assertThat(shownAt(1280, 0)).isFalse();
    }

    @Test
    void toAskForThemInANarrowWindowIsForThatWindowOnly() {
        assertThat(shownAt(800, 1)).isTrue();
        assertThat(shownAt(800, 0)).isFalse();
    }

    @Test
    void withoutATaskTheyWaitForTheFirst() {
        assertThat(shownAt(1280, 0, false)).isFalse();
        assertThat(shownAt(1280, 0, true)).isTrue();
    }

    @Test
    void withoutATaskTheyCanBeAskedFor() {
        assertThat(shownAt(1280, 1, false)).isTrue();
    }

    @Test
    void howWideTheyWereMadeIsRemembered() {
        FxThread.ask(() -> {
            SplitPane split = at(1280, 0, true);
            split.setDividerPositions(0.5);
            split.fireEvent(released());
            return true;
        });
        assertThat(FxThread.ask(() -> at(1280, 0, true).getDividerPositions()[0]))
                .isEqualTo(0.5);
    }

    private boolean shownAt(double width, int presses) {
        return shownAt(width, presses, true);
    }

    private boolean shownAt(double width, int presses, boolean tasks) {
        return FxThread.ask(() -> at(width, presses, tasks).getItems().size() > 1);
    }

    /** With the settings of before, in a window of that width, after so many presses of the key. */
    private SplitPane at(double width, int presses, boolean tasks) {
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        try (Engine engine = new Engine(Clock.systemUTC(), FxThread.executor(), none)) {
            var now = new SimpleObjectProperty<>(Clock.systemUTC().instant());
            DetailPane pane =
                    new DetailPane(engine, now, path -> {}, link -> {}, key -> {}, new ContinueField(engine, memory()));
            SplitPane split = new SplitPane(new Pane());
            Settings settings = Settings.of(SettingsFile.at(folder.resolve("settings.json")), Runnable::run);
            DetailSplit place = new DetailSplit(split, pane, settings);
            split.resize(width, 600);
            place.anything(tasks);
            for (int i = 0; i < presses; i++) {
                place.toggle();
            }
            return split;
        }
    }

    private static LaunchMemory memory() {
        return new LaunchMemory(Settings.of(SettingsFile.none(), Runnable::run));
    }

    private static MouseEvent released() {
        return new MouseEvent(
                MouseEvent.MOUSE_RELEASED,
                0,
                0,
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                null);
    }
}
