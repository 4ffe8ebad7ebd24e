package taskglass.ui.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.paint.Paint;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.lab.FxThread;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.ui.attention.DiffLine.Kind;
import taskglass.ui.frame.Theme;

/** The colors of a diff that is to be allowed. */
class DiffCellTest extends ApplicationTest {
    private static final List<DiffLine> DIFF = DiffLine.of("@@ -1,2 +1,2 @@\n-old\n+new\n same");

    private Scene scene;

    @Override
    public void start(Stage stage) {
        ListView<DiffLine> lines = new ListView<>();
        lines.getItems().setAll(DIFF);
        lines.setCellFactory(list -> new DiffCell());
        lines.getStyleClass().add("attention-diff");
        scene = new Scene(lines, 400, 300);
        new Theme(new SimpleBooleanProperty(), Settings.of(SettingsFile.none(), Runnable::run)).style(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void eachKindOfLineHasAColorOfItsOwn() {
        Map<Kind, Paint> colors = FxThread.ask(() -> {
            scene.snapshot(null);
            return scene.getRoot().lookupAll(".list-cell").stream()
                    .map(DiffCell.class::cast)
                    .filter(cell -> cell.getItem() != null)
                    .collect(Collectors.toMap(cell -> cell.getItem().kind(), DiffCell::getTextFill));
        });
        assertThat(colors).containsOnlyKeys(Kind.values());
        assertThat(colors.values()).doesNotHaveDuplicates();
    }
}
