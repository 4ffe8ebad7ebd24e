package taskglass.ui.launch;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import taskglass.task.TextCut;
import taskglass.text.Texts;
import taskglass.ui.frame.Fxml;
import taskglass.ui.launch.LaunchMemory.Template;

/** The field for a prompt, with menus that fill it from recent prompts and templates. */
final class PromptField {
    /** The most characters of a prompt's first line in a menu, enough to tell prompts apart. */
    private static final int TITLE = 60;

    private final LaunchMemory memory;
    private final Parent root;
    private int recalled = -1;
    private boolean begun;

    @FXML
    private TextArea prompt;

    @FXML
    private MenuButton recent;

    @FXML
    private MenuButton templates;

    @FXML
    private Label note;

    @FXML
    private Node saving;

    @FXML
    private TextField templateName;

    PromptField(LaunchMemory memory) {
        this.memory = memory;
        this.root = Fxml.load("prompt-field", this);
    }

    @FXML
    void initialize() {
        prompt.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        prompt.textProperty().addListener((source, was, typed) -> check());
        prompt.focusedProperty().addListener((source, was, focused) -> check());
        templateName.addEventFilter(KeyEvent.KEY_PRESSED, this::steerName);
        stopSaving();
        offer();
    }

    Parent root() {
        return root;
    }

    TextArea area() {
        return prompt;
    }

    String text() {
        return prompt.getText().strip();
    }

    /** Says what is missing and moves the focus to the field. */
    void complain() {
        begun = true;
        check();
        prompt.requestFocus();
    }

    private void check() {
        note.setText(begun && prompt.getText().isBlank() ? Texts.of("launch.prompt.missing") : "");
    }

    /** Tab moves to the next field, as everywhere else. Up in an empty field brings back an earlier prompt. */
    private void steer(KeyEvent e) {
        if (e.getCode() == KeyCode.TAB && !e.isShortcutDown()) {
            e.consume();
            prompt.requestFocusTraversal(e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        } else if (e.getCode() == KeyCode.UP && asRecalled()) {
            memory.recent(recalled + 1).ifPresent(text -> {
                e.consume();
                recall(text, recalled + 1);
            });
        } else if (e.getCode() == KeyCode.DOWN && asRecalled() && recalled >= 0) {
            e.consume();
            recall(memory.recent(recalled - 1).orElse(""), recalled - 1);
        }
    }

    private boolean asRecalled() {
        String now = prompt.getText();
        return now.isEmpty() || memory.recent(recalled).equals(Optional.of(now));
    }

    private void recall(String text, int index) {
        fill(text);
        recalled = index;
    }

    /** Replaces the text as if it were typed, so that Undo brings the old text back. */
    private void fill(String text) {
        recalled = -1;
        prompt.replaceText(0, prompt.getLength(), text);
        prompt.requestFocus();
        prompt.end();
    }

    private void offer() {
        recent.getItems().clear();
        memory.recent().forEach(text -> recent.getItems().add(item(title(text), () -> fill(text))));
        recent.setDisable(recent.getItems().isEmpty());
        templates.getItems().clear();
        memory.templates()
                .forEach(template -> templates.getItems().add(item(template.name(), () -> fill(template.prompt()))));
        if (!memory.templates().isEmpty()) {
            templates.getItems().add(new SeparatorMenuItem());
        }
        MenuItem save = item(Texts.of("launch.template.save"), this::beginSaving);
        save.disableProperty().bind(prompt.textProperty().map(String::isBlank));
        templates.getItems().addAll(save, deleting());
    }

    private Menu deleting() {
        Menu menu = new Menu(Texts.of("launch.template.delete"));
        memory.templates().forEach(template -> menu.getItems().add(item(template.name(), () -> delete(template))));
        menu.setDisable(menu.getItems().isEmpty());
        return menu;
    }

    private void delete(Template template) {
        memory.delete(template);
        offer();
    }

    private void beginSaving() {
        saving.setVisible(true);
        saving.setManaged(true);
        templateName.setText(title(text()));
        templateName.requestFocus();
        templateName.selectAll();
    }

    @FXML
    void stopSaving() {
        saving.setVisible(false);
        saving.setManaged(false);
    }

    @FXML
    void save() {
        if (!templateName.getText().isBlank()) {
            memory.save(new Template(templateName.getText().strip(), text()));
            stopSaving();
            offer();
            prompt.requestFocus();
        }
    }

    /** Escape ends the naming and does not close the dialog. */
    private void steerName(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            e.consume();
            stopSaving();
            prompt.requestFocus();
        }
    }

    private static String title(String text) {
        String first = text.strip().lines().findFirst().orElse("");
        return first.length() > TITLE ? TextCut.shortened(first, TITLE - 1) : first;
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }
}
