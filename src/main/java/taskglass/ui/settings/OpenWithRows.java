package taskglass.ui.settings;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import taskglass.programs.CommandTemplate;
import taskglass.programs.EditorCommand;
import taskglass.programs.ExternalPrograms;
import taskglass.settings.Preferences;
import taskglass.settings.Preferences.Editor;
import taskglass.settings.Preferences.EditorChoice;
import taskglass.text.Texts;
import taskglass.ui.frame.Fxml;
import taskglass.ui.frame.StatusStyle.Tone;

/** The rows that choose the editor and the terminal in which a task is opened. */
final class OpenWithRows {
    private final Preferences preferences;
    private final ExternalPrograms programs;
    private final Executor owner;
    private final Parent root;
    private Set<Editor> installed = EnumSet.allOf(Editor.class);

    @FXML
    private ComboBox<Editor> editor;

    @FXML
    private Node commandRow;

    @FXML
    private TextField command;

    @FXML
    private Label commandNote;

    @FXML
    private TextField terminal;

    @FXML
    private Label terminalNote;

    /** @param owner runs what belongs on the JavaFX thread */
    OpenWithRows(Preferences preferences, ExternalPrograms programs, Executor owner) {
        this.preferences = preferences;
        this.programs = programs;
        this.owner = owner;
        root = Fxml.load("settings-open", this);
    }

    Node root() {
        return root;
    }

    /** Looks in the background for the editors that are installed. */
    void opened() {
        programs.aside().execute(() -> {
            Set<Editor> found = new EditorCommand(programs.system()).installed();
            owner.execute(() -> show(found));
        });
    }

    @FXML
    void initialize() {
        editor.setCellFactory(list -> new EditorCell());
        editor.setButtonCell(new EditorCell());
        editor.getItems().setAll(Editor.values());
        editor.setValue(preferences.editor().program());
        editor.setOnAction(e -> chooseEditor());
        command.setText(preferences.editor().command());
        terminal.setText(preferences.terminal());
        whenTyped(command, this::typedCommand);
        whenTyped(terminal, this::typedTerminal);
        showCommand();
        typedTerminal(preferences.terminal());
    }

    private void show(Set<Editor> found) {
        installed = EnumSet.copyOf(found);
        installed.add(Editor.ANY);
        installed.add(Editor.COMMAND);
        Editor chosen = editor.getValue();
        editor.getItems().setAll(Editor.values());
        editor.setValue(chosen);
    }

    private void chooseEditor() {
        if (editor.getValue() != null) { // none while the list is filled again
            preferences.editor(
                    new EditorChoice(editor.getValue(), preferences.editor().command()));
            showCommand();
        }
    }

    private void showCommand() {
        boolean own = preferences.editor().program() == Editor.COMMAND;
        for (Node node : new Node[] {commandRow, commandNote}) {
            node.setVisible(own);
            node.setManaged(own);
        }
        tell(commandNote, command.getText(), "settings.editor.command.note");
    }

    /** A command that cannot be read is not saved. */
    private void typedCommand(String typed) {
        if (tell(commandNote, typed, "settings.editor.command.note")) {
            preferences.editor(new EditorChoice(preferences.editor().program(), typed));
        }
    }

    private void typedTerminal(String typed) {
        if (tell(terminalNote, typed, "settings.terminal.note") && !typed.equals(preferences.terminal())) {
            preferences.terminal(typed);
        }
    }

    /** Says how a command is written or that it cannot be read. Returns whether it can. */
    private static boolean tell(Label note, String typed, String usual) {
        boolean readable = typed.isEmpty() || CommandTemplate.of(typed).isPresent();
        note.setText(Texts.of(readable ? usual : "settings.command.unreadable"));
        (readable ? Tone.PLAIN : Tone.WARNING).applyTo(note);
        return readable;
    }

    private static void whenTyped(TextField field, Consumer<String> taken) {
        field.setOnAction(e -> taken.accept(field.getText().strip()));
        field.focusedProperty().addListener((source, was, focused) -> {
            if (was) {
                taken.accept(field.getText().strip());
            }
        });
    }

    /** The name of an editor, and whether it was not found. */
    private final class EditorCell extends ListCell<Editor> {
        @Override
        protected void updateItem(Editor item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
            } else {
                String name = Texts.of("settings.editor." + item);
                setText(installed.contains(item) ? name : Texts.of("settings.editor.missing", name));
            }
        }
    }
}
