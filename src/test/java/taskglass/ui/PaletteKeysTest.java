package taskglass.ui;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.task.TaskStatus;

/** The palette over a real server, used with nothing but keys. */
@NeedsOpenCode
class PaletteKeysTest extends KeysOverServer {
    @Test
    void thePaletteFindsAnActionByItsWordsAndDoesIt() {
        String session = rig.create("Cancelled by the palette");
        rig.prompt(session, "steps=1 sleep=60");
        rig.awaitCalls(session, 1);
        select("Cancelled by the palette");
        push(KeyCode.CONTROL, KeyCode.K);
        awaitPalette();
        typeKeys("cancel");
        push(KeyCode.ENTER);
        rig.awaitStatus(session, TaskStatus.CANCELLED);
        FxThread.until("the palette is closed", () -> windowWith(".palette").isEmpty());
    }

    @Test
    void thePaletteGoesToATaskByWordsOfItsName() {
        rig.create("Port the zebra parser");
        rig.create("Something that stands above it");
        Await.until("it is there", () -> row("Port the zebra parser").isPresent());
        push(KeyCode.CONTROL, KeyCode.K);
        awaitPalette();
        typeKeys("parser zebra");
        push(KeyCode.ENTER);
        awaitSelected("Port the zebra parser");
    }

    @Test
    void anActionThatCannotBeDoneLeavesThePaletteOpenAndSaysWhy() {
        push(KeyCode.CONTROL, KeyCode.K);
        Window palette = awaitPalette();
        typeKeys("rename");
        push(KeyCode.ENTER);
        FxThread.until("it says why", () -> texts(palette).contains("Select one task") && palette.isShowing());
        push(KeyCode.ESCAPE);
        awaitClosed(palette);
    }

    private Window awaitPalette() {
        Window palette = awaitWindow(".palette");
        FxThread.until("its field has the focus", () -> palette.getScene().getFocusOwner() instanceof TextField);
        return palette;
    }
}
