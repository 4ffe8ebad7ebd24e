package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.lab.FxThread;
import taskglass.lab.Snapshot;

/** Paints each page of the settings window, light and dark: {@code mvn verify -Dtest=SettingsScreensTest}. */
@Tag("slow")
class SettingsScreensTest extends WindowOverDemo {
    /** An empty page has fewer. */
    private static final long COLOURS = 40;

    @ParameterizedTest
    @ValueSource(strings = {"general", "servers", "permissions", "keys"})
    void eachPageIsPaintedInBothThemes(String page) {
        interact(() -> {
            stage.setWidth(980);
            stage.setHeight(800);
            window.show();
            engine.watch(connection());
        });
        FxThread.until("all is read", this::allIsRead);
        interact(() -> Event.fireEvent(
                stage.getScene().lookup("#tasks"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.COMMA, false, true, false, false)));
        Stage settings = awaitWindow(".settings");
        select(settings, page);
        for (String theme : new String[] {"light", "dark"}) {
            FxThread.ask(() -> settings.getScene().snapshot(null)); // what it lays out may ask for more
            assertThat(Snapshot.of(settings.getScene(), "settings-" + page + "-" + theme))
                    .isGreaterThan(COLOURS);
            interact(() -> ((Button) stage.getScene().lookup("#theme")).fire());
        }
    }

    private void select(Stage settings, String page) {
        interact(() -> {
            ListView<?> navigation = (ListView<?>) settings.getScene().lookup(".settings-navigation");
            int at = List.of("general", "servers", "permissions", "keys").indexOf(page);
            navigation.getSelectionModel().select(at);
        });
    }
}
