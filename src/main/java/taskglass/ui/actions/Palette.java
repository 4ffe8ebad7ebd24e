package taskglass.ui.actions;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.text.Texts;
import taskglass.ui.actions.PaletteSearch.Hit;
import taskglass.ui.frame.Dialogs;
import taskglass.ui.frame.Fxml;

/** The command palette: a text field and, below it, the actions and tasks whose names contain the typed words. */
public final class Palette {
    /** The distance below the top of the window, equal to the height of the toolbar. */
    private static final double BELOW_TOP = 48;

    private final PaletteSearch search;
    private final Consumer<Action> act;
    private final Consumer<TaskKey> go;
    private final Parent root;

    @FXML
    private TextField query;

    @FXML
    private ListView<Hit> hits;

    @FXML
    private Label hint;

    private Palette(PaletteSearch search, Consumer<Action> act, Consumer<TaskKey> go) {
        this.search = search;
        this.act = act;
        this.go = go;
        root = Fxml.load("palette", this);
    }

    /** Opens the palette over the window. {@code go} receives the task that the user picks. */
    public static void open(Dialogs dialogs, Actions actions, Collection<AgentTask> tasks, Consumer<TaskKey> go) {
        Palette palette = new Palette(new PaletteSearch(actions.all(), actions::refusal, tasks), actions::run, go);
        Stage stage = dialogs.stage(Texts.of("palette.title"), palette.root);
        stage.initStyle(StageStyle.UNDECORATED);
        dialogs.placeBelowTop(stage, BELOW_TOP);
        stage.focusedProperty().addListener((source, was, focused) -> {
            if (was) {
                stage.close();
            }
        });
        stage.show();
        palette.query.requestFocus();
    }

    @FXML
    void initialize() {
        hits.setCellFactory(list -> new PaletteCell());
        hits.setOnMouseClicked(e -> pick());
        query.textProperty().addListener((source, was, typed) -> find(typed));
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        hits.getSelectionModel()
                .selectedItemProperty()
                .addListener((source, was, hit) -> describe(Optional.ofNullable(hit)));
        find("");
    }

    private void find(String typed) {
        hits.getItems().setAll(search.find(typed));
        hits.getSelectionModel().selectFirst();
        hits.scrollTo(0);
        if (hits.getItems().isEmpty()) {
            hint.setText(Texts.of("palette.nothing", typed));
        }
    }

    /** Moves through the list with the arrow keys while the focus stays in the field. */
    private void steer(KeyEvent e) {
        KeyCode key = e.getCode();
        int step = key == KeyCode.DOWN ? 1 : key == KeyCode.UP ? -1 : 0;
        if (step != 0) {
            e.consume();
            int last = hits.getItems().size() - 1;
            int at = Math.clamp(hits.getSelectionModel().getSelectedIndex() + step, 0, Math.max(0, last));
            hits.getSelectionModel().select(at);
            hits.scrollTo(Math.max(0, at - 3));
        } else if (key == KeyCode.ENTER) {
            e.consume();
            pick();
        }
    }

    private void describe(Optional<Hit> hit) {
        hint.setText(hit.map(Palette::hint).orElse(""));
    }

    private static String hint(Hit hit) {
        return switch (hit) {
            case Hit.Do(Action action, Optional<String> refusal) -> refusal.orElse(Texts.of("palette.do"));
            case Hit.Go go -> Texts.of("palette.go");
        };
    }

    /** Picking an impossible action leaves the palette open: its hint gives the reason. */
    private void pick() {
        switch (hits.getSelectionModel().getSelectedItem()) {
            case Hit.Do(Action action, Optional<String> refusal)
            when refusal.isEmpty() -> {
                close();
                act.accept(action);
            }
            case Hit.Go(var task) -> {
                close();
                go.accept(task.key());
            }
            case null, default -> {}
        }
    }

    private void close() {
        root.getScene().getWindow().hide();
    }
}
