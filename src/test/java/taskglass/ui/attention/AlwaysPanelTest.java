package taskglass.ui.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taskglass.lab.FxThread;
import taskglass.task.request.RequestContent.Always;

/** What "always" says before it does it. */
class AlwaysPanelTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "false | Until this OpenCode is restarted",
                "true  | stores it for the whole project. It survives restarts and overrides “ask”"
            })
    void itSaysHowLongItLasts(boolean stored, String words) {
        String says = FxThread.ask(() -> {
            Always always = new Always(List.of("make *"), stored);
            Pane node = (Pane) new AlwaysPanel("shell", always, () -> {}, () -> {}).node();
            return ((Label) node.getChildren().getFirst()).getText();
        });
        assertThat(says).contains(words);
    }
}
