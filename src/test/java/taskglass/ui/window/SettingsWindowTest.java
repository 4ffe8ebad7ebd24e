package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;

/** The settings window, over a shown main window with the tasks of the demo. */
class SettingsWindowTest extends WindowOverDemo {
    /** How many entries the window's own menu had before there were settings. */
    private static final int ENTRIES_BEFORE = 31;

    @BeforeEach
    void show() {
        interact(() -> {
            stage.setX(10);
            stage.setY(10);
            stage.setWidth(980);
            stage.setHeight(900);
            window.show();
            engine.watch(connection());
        });
        FxThread.until("all is read", this::allIsRead);
    }

    @Test
    void controlCommaOpensOneWindowThatBlocksNoOther() {
        Stage settings = openSettings();
        press(KeyCode.COMMA, false);
        assertThat(windows()).hasSize(1);
        assertThat(settings.getModality()).isEqualTo(Modality.NONE);
    }

    @Test
    void eachPageHasItsTitleAndContent() {
        Stage settings = openSettings();
        ListView<?> navigation = (ListView<?>) settings.getScene().lookup(".settings-navigation");
        List<String> titles = FxThread.ask(() -> navigation.getItems().stream()
                .map(page -> {
                    navigation.getSelectionModel().select(navigation.getItems().indexOf(page));
                    return ((Label) settings.getScene().lookup(".settings-title")).getText();
                })
                .toList());
        assertThat(titles).containsExactly("General", "Servers", "Saved permissions", "Keys");
    }

    @Test
    void aThemeAppliesAtOnceAndTheChoiceFollowsTheButtonOfTheToolbar() {
        Stage settings = openSettings();
        toggle(settings, "#settings-theme-dark");
        assertThat(stage.getScene().getStylesheets()).anyMatch(sheet -> sheet.endsWith("dark.css"));
        press("#theme");
        assertThat(((ToggleButton) settings.getScene().lookup("#settings-theme-light")).isSelected())
                .isTrue();
    }

    @Test
    void compactRowsAreLowerAtOnce() {
        Stage settings = openSettings();
        toggle(settings, "#settings-density-compact");
        assertThat(table().getFixedCellSize()).isEqualTo(26);
        toggle(settings, "#settings-density-comfortable");
        assertThat(table().getFixedCellSize()).isEqualTo(34);
    }

    @Test
    void theMenuOfTheWindowHasHalfTheEntriesItHad() {
        press("#more");
        List<MenuItem> items = FxThread.ask(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> !(item instanceof SeparatorMenuItem))
                .toList());
        assertThat(items).hasSizeLessThanOrEqualTo(ENTRIES_BEFORE / 2);
        assertThat(items).extracting(MenuItem::getId).contains("menu-settings").doesNotContain("menu-theme");
    }

    @Test
    void aServerIsPausedAndResumedFromItsRow() {
        Stage settings = openSettings();
        page(settings, 1);
        button(settings, "Pause");
        FxThread.until(
                "it is paused", () -> engine.health().getFirst().trouble().isPresent());
        button(settings, "Resume");
        FxThread.until("it is not", () -> engine.health().getFirst().trouble().isEmpty());
    }

    @Test
    void aServerIsAddedAndNamedInDialogsInFrontOfTheSettings() {
        Stage settings = openSettings();
        page(settings, 1);
        button(settings, "Name it…");
        Stage dialog = awaitWindow(".server-form");
        assertThat(dialog.getOwner()).isEqualTo(settings);
        interact(dialog::hide);
        button(settings, "Add a server…");
        assertThat(awaitWindow(".server-form").getOwner()).isEqualTo(settings);
    }

    @Test
    void aClosedWindowComesBackWithItsPage() {
        Stage settings = openSettings();
        page(settings, 3);
        interact(settings::hide);
        openSettings();
        assertThat(((Label) settings.getScene().lookup(".settings-title")).getText())
                .isEqualTo("Keys");
        assertThat(windows()).hasSize(1);
    }

    private void page(Stage settings, int at) {
        interact(() -> ((ListView<?>) settings.getScene().lookup(".settings-navigation"))
                .getSelectionModel()
                .select(at));
    }

    private void button(Stage settings, String text) {
        FxThread.until(
                text + " can be pressed",
                () -> settings.getScene().getRoot().lookupAll(".button").stream()
                        .anyMatch(node -> ((Button) node).getText().equals(text)));
        FxThread.executor()
                .execute(() -> settings.getScene().getRoot().lookupAll(".button").stream()
                        .filter(node -> ((Button) node).getText().equals(text))
                        .findFirst()
                        .ifPresent(node -> ((Button) node).fire()));
        interact(() -> {});
    }

    private Stage openSettings() {
        press(KeyCode.COMMA, false);
        return awaitWindow(".settings");
    }

    private void press(KeyCode key, boolean shift) {
        interact(() -> Event.fireEvent(
                stage.getScene().lookup("#tasks"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, true, false, false)));
    }

    private void toggle(Stage settings, String button) {
        Node node = settings.getScene().lookup(button);
        interact(() -> ((ToggleButton) node).fire());
    }

    private TreeTableView<?> table() {
        return (TreeTableView<?>) stage.getScene().lookup("#tasks");
    }

    private static List<Window> windows() {
        return FxThread.ask(() -> Window.getWindows().stream()
                .filter(window -> window.getScene().lookup(".settings") != null)
                .toList());
    }
}
