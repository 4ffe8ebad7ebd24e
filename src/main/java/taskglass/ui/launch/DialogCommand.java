package taskglass.ui.launch;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import taskglass.engine.command.CommandFailed;
import taskglass.text.RefusalText;

/** Sends the command of a dialog. The dialog waits meanwhile and shows a refusal. */
final class DialogCommand {
    static final KeyCombination SUBMIT = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Label refusal;

    DialogCommand(Label refusal, Node spinner) {
        this.refusal = refusal;
        spinner.visibleProperty().bind(busy);
        spinner.managedProperty().bind(busy);
        refuse("");
    }

    /** Runs this on Ctrl+Enter, wherever in the dialog the focus is. */
    static void onSubmit(Parent dialog, Runnable submit) {
        dialog.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (SUBMIT.match(e)) {
                e.consume();
                submit.run();
            }
        });
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    <T> void send(CompletionStage<T> command, Consumer<T> done) {
        busy.set(true);
        refuse("");
        command.whenComplete((answer, failure) -> {
            busy.set(false);
            if (failure == null) {
                done.accept(answer);
            } else {
                refuse(sentence(failure));
            }
        });
    }

    /** Shows why the command failed; "" clears the text. */
    void refuse(String sentence) {
        refusal.setText(sentence);
        refusal.setVisible(!sentence.isEmpty());
        refusal.setManaged(!sentence.isEmpty());
    }

    static String sentence(Throwable failure) {
        return RefusalText.of(CommandFailed.reason(failure));
    }
}
