package taskglass.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
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
    private static final double LEAST = 360;

    /** At most. */
    private static final double DIVIDER = 8;

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
    void theyKeepTheirPixelsWhileTheWindowIsResized() {
        SplitPane split = laidOut(1280);
        double before = paneWidth(split);
        for (double width : new double[] {1600, 3840, 1920, 1000, 1280}) {
            assertThat(paneWidth(resized(split, width)))
                    .describedAs("at %s", width)
                    .isEqualTo(before);
        }
    }

    @Test
    void aSmallWindowDoesNotMakeThemNarrowerForGood() {
        SplitPane split = laidOut(1920);
        drag(split, -300);
        double wide = paneWidth(split);
        assertThat(paneWidth(resized(split, 970))).isLessThan(wide).isGreaterThan(360);
        assertThat(paneWidth(resized(split, 1920))).isEqualTo(wide);
    }

    @Test
    void theyAreNeverNarrowerThanTheirTabs() {
        SplitPane split = laidOut(1280);
        drag(split, 400);
        assertThat(paneWidth(split)).isBetween(LEAST - DIVIDER, LEAST);
    }

    @Test
    void howWideTheyWereMadeIsRememberedInWindowsOfAnySize() {
        SplitPane split = laidOut(1280);
        drag(split, -120);
        double wide = paneWidth(split);
        assertThat(paneWidth(laidOut(1920))).isEqualTo(wide);
    }

    @Test
    void aClickInTheTableIsNoChoiceOfAWidth() throws IOException {
        SplitPane split = laidOut(1280);
        FxThread.ask(() -> {
            split.getItems().getFirst().fireEvent(mouse(MouseEvent.MOUSE_RELEASED, 10));
            return true;
        });
        assertThat(folder.resolve("settings.json")).doesNotExist();
    }

    @Test
    void whatAnOlderVersionRememberedIsStillMeant() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"detail\":{\"shown\":true,\"divider\":0.5}}");
        assertThat(paneWidth(laidOut(1280))).isBetween(640 - DIVIDER, 640.0);
    }

    @Test
    void whatOlderVersionsShrankIsWideEnoughAgain() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"detail\":{\"shown\":true,\"divider\":0.77}}");
        assertThat(paneWidth(laidOut(1280))).isBetween(LEAST - DIVIDER, LEAST);
    }

    private SplitPane laidOut(double width) {
        SplitPane split = FxThread.ask(() -> {
            SplitPane there = at(width, 0, true);
            new Scene(there, width, 600);
            return there;
        });
        return resized(split, width);
    }

    private static SplitPane resized(SplitPane split, double width) {
        FxThread.ask(() -> {
            split.resize(width, 600);
            split.applyCss();
            split.layout();
            return true;
        });
        return split;
    }

    private static double paneWidth(SplitPane split) {
        return FxThread.ask(() -> ((Region) split.getItems().get(1)).getWidth());
    }

    private static void drag(SplitPane split, double pixels) {
        FxThread.ask(() -> {
            Node divider = split.lookup(".split-pane-divider");
            double from = divider.getBoundsInParent().getCenterX();
            divider.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, from));
            divider.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, from + pixels));
            divider.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, from + pixels));
            split.layout();
            return true;
        });
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

    private static MouseEvent mouse(EventType<MouseEvent> what, double x) {
        return new MouseEvent(
                what,
                x,
                0,
                x,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null);
    }
}
