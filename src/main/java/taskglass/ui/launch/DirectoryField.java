package taskglass.ui.launch;

import java.io.File;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.DirectoryChooser;
import taskglass.text.FolderName;
import taskglass.text.Texts;
import taskglass.text.VisibleText;

/** The field for a directory. It says if no such directory exists. */
final class DirectoryField {
    private final TextField field;
    private final Label note;
    private final Function<String, CompletionStage<Boolean>> exists;
    private final ReadOnlyBooleanWrapper missing = new ReadOnlyBooleanWrapper();
    private String offered = "";

    /** {@code exists} checks whether the directory exists. It answers yes if that cannot be known. */
    DirectoryField(TextField field, Label note, Function<String, CompletionStage<Boolean>> exists) {
        this.field = field;
        this.note = note;
        this.exists = exists;
        field.textProperty().addListener((source, was, typed) -> check());
    }

    /** Whether it is known that the directory does not exist. */
    ReadOnlyBooleanProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /** Checks again, also if only the server has changed. */
    void check() {
        String path = path();
        if (path.isEmpty()) {
            showResult(true);
        } else {
            exists.apply(path).thenAccept(there -> {
                if (path.equals(path())) {
                    showResult(there);
                }
            });
        }
    }

    /** Replaces a directory that was offered before. A directory that the user typed stays. */
    void offer(String directory) {
        if (field.getText().isBlank() || field.getText().equals(offered)) {
            offered = new FolderName(directory).shown();
            field.setText(offered);
        }
    }

    /** Offers the server's own directory, without its name if that contains characters that a field cannot show. */
    void offerOwn(String directory) {
        offer(VisibleText.asWritten(directory).equals(directory) ? directory : "");
    }

    /** The path of the directory, "" for the server's own directory. */
    String path() {
        return FolderName.typed(field.getText()).path();
    }

    boolean isBlank() {
        return field.getText().isBlank();
    }

    void browse() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Texts.of("launch.browse.title"));
        File now = new File(path());
        chooser.setInitialDirectory(now.isDirectory() ? now : null);
        File chosen = chooser.showDialog(field.getScene().getWindow());
        if (chosen != null) {
            field.setText(new FolderName(chosen.getPath()).shown());
        }
    }

    private void showResult(boolean there) {
        missing.set(!there);
        note.setText(there ? "" : Texts.of("launch.directory.missing"));
        note.setVisible(!there);
        note.setManaged(!there);
    }
}
