package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.engine.Engine;
import taskglass.lab.FxThread;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;

/** What a person has arranged in the window is so again after a restart. */
class RememberedTest extends ApplicationTest {
    @TempDir
    private Path folder;

    private Stage stage;
    private Engine engine;

    @Override
    public void start(Stage primary) {
        // Each start of the window has a stage of its own.
    }

    @BeforeEach
    void open() {
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        interact(() -> {
            engine = new Engine(Clock.systemUTC(), FxThread.executor(), none);
            stage = new Stage();
            Settings settings = Settings.of(SettingsFile.at(folder.resolve("settings.json")), Runnable::run);
            MainWindow window = new MainWindow(
                    stage,
                    engine,
                    new SimpleObjectProperty<>(Clock.systemUTC().instant()),
                    new DesktopAccess(),
                    settings);
            if (stage.getWidth() > 900 || Double.isNaN(stage.getWidth())) {
                stage.setX(10);
                stage.setY(10);
                stage.setWidth(900);
                stage.setHeight(650);
            }
            window.show();
        });
    }

    @AfterEach
    void close() {
        interact(() -> {
            new DesktopAccess().hideAll();
            engine.close();
        });
    }

    @Test
    void whereTheWindowStandsAndHowLargeItIs() {
        interact(() -> {
            stage.setX(40);
            stage.setY(60);
            stage.setWidth(820);
            stage.setHeight(540);
        });
        restart();
        FxThread.until(
                "it is there again",
                () -> List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())
                        .equals(List.of(40.0, 60.0, 820.0, 540.0)));
    }

    @Test
    void whichColumnsAreShown() {
        interact(() -> {
            column("model").setVisible(true);
            column("agent").setVisible(false);
        });
        restart();
        assertThat(FxThread.ask(() -> column("model").isVisible())).isTrue();
        assertThat(FxThread.ask(() -> column("agent").isVisible())).isFalse();
    }

    @Test
    void theOrderOfTheColumns() {
        interact(() -> table().getColumns().add(0, table().getColumns().removeLast()));
        restart();
        assertThat(FxThread.ask(() -> table().getColumns().getFirst().getId())).isEqualTo("activity");
    }

    @Test
    void howWideAColumnWasMade() {
        double made = FxThread.ask(() -> {
            table().resizeColumn(column("agent"), 40);
            return column("agent").getWidth();
        });
        restart();
        FxThread.until("it is as wide again", () -> column("agent").getWidth() == made);
    }

    @Test
    void widthsThatNobodyChoseAreThoseOfTheNextWindow() {
        double narrow = FxThread.ask(() -> column("cost").getWidth());
        restart();
        interact(() -> stage.setWidth(990));
        FxThread.until("there is more room", () -> column("cost").getWidth() > narrow + 20);
    }

    @Test
    void byWhatTheRowsAreSorted() {
        interact(() -> {
            column("cost").setSortType(TreeTableColumn.SortType.DESCENDING);
            table().getSortOrder().setAll(List.of(column("cost")));
        });
        restart();
        assertThat(sortedBy()).containsExactly("cost");
        assertThat(FxThread.ask(() -> column("cost").getSortType())).isEqualTo(TreeTableColumn.SortType.DESCENDING);
    }

    @Test
    void whatIsSortedByStaysWhenTheRowsAreArrangedAnew() {
        interact(() -> table().getSortOrder().setAll(List.of(column("cost"))));
        interact(() -> group().getItems().get(1).fire());
        assertThat(sortedBy()).containsExactly("cost");
    }

    @Test
    void underWhatTheRowsStand() {
        interact(() -> group().getItems().get(1).fire());
        restart();
        assertThat(FxThread.ask(() -> ((RadioMenuItem) group().getItems().get(1)).isSelected()))
                .isTrue();
    }

    @Test
    void theTheme() {
        interact(() -> ((Button) stage.getScene().lookup("#theme")).fire());
        List<String> chosen = FxThread.ask(() -> List.copyOf(stage.getScene().getStylesheets()));
        restart();
        assertThat(FxThread.ask(() -> List.copyOf(stage.getScene().getStylesheets())))
                .isEqualTo(chosen);
    }

    private void restart() {
        close();
        open();
    }

    private List<String> sortedBy() {
        return FxThread.ask(() ->
                table().getSortOrder().stream().map(TreeTableColumn::getId).toList());
    }

    @SuppressWarnings("unchecked")
    private TreeTableView<Object> table() {
        return FxThread.ask(() -> (TreeTableView<Object>) stage.getScene().lookup("#tasks"));
    }

    private TreeTableColumn<Object, ?> column(String id) {
        return table().getColumns().stream()
                .filter(column -> column.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private MenuButton group() {
        return FxThread.ask(() -> (MenuButton) stage.getScene().lookup("#group"));
    }
}
