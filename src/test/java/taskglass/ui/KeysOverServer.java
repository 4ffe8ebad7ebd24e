package taskglass.ui;

import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import taskglass.task.TaskStatus;
import taskglass.ui.window.WindowOverServer;

/** The window over a real server, and what a keyboard sends to it, for tests to build on. */
abstract class KeysOverServer extends WindowOverServer {
    String completed(String name) {
        String session = rig.create(name);
        rig.prompt(session, "words=1");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        select(name);
        focusTable();
        return session;
    }

    /** What a keyboard sends for text to the newest window that is no toast; TestFX would send it to the oldest. */
    void typeKeys(String text) {
        interact(() -> {
            Scene scene = Window.getWindows().stream()
                    .filter(window -> window instanceof Stage && window.isShowing())
                    .toList()
                    .getLast()
                    .getScene();
            for (int at = 0; at < text.length(); at++) {
                String typed = text.substring(at, at + 1);
                Node target = Optional.ofNullable(scene.getFocusOwner()).orElse(scene.getRoot());
                Event.fireEvent(
                        target,
                        new KeyEvent(KeyEvent.KEY_TYPED, typed, "", KeyCode.UNDEFINED, false, false, false, false));
            }
        });
    }

    void focusTable() {
        interact(() -> stage.getScene().lookup("#tasks").requestFocus());
    }
}
