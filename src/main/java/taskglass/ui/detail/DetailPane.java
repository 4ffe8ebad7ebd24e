package taskglass.ui.detail;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import taskglass.engine.Engine;
import taskglass.engine.transcript.LiveTranscript;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TreeSum;
import taskglass.task.transcript.Part.Place;
import taskglass.task.transcript.Turn;
import taskglass.text.TaskNames;
import taskglass.text.Texts;
import taskglass.ui.detail.timeline.Subagent;
import taskglass.ui.frame.ButtonTips;
import taskglass.ui.launch.ContinueField;

/**
 * The details pane of the selected task. If no task or several are selected, it shows a text instead. It follows the
 * task that it shows.
 */
public final class DetailPane {
    /**
     * Rows lose their selection for a moment while they move, and arrow keys pass over many rows. Only a selection that
     * lasts this long is read.
     */
    private static final Duration SETTLING = Duration.ofMillis(120);

    private static final KeyCombination SEARCH = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final Engine engine;
    private final ObservableValue<Instant> clock;
    private final Label name = new Label();
    private final DetailActions actions;
    private final TaskFacts taskFacts;
    private final DetailTabs tabs;
    private final ContinueField continueField;
    private final Label instead = new Label();
    private final VBox content;
    private final StackPane root;
    private final PauseTransition settling =
            new PauseTransition(javafx.util.Duration.millis((double) SETTLING.toMillis()));
    private final ChangeListener<Instant> tick = (source, before, now) -> showFacts();
    private List<AgentTask> selection = List.of();
    private Optional<LiveTranscript> following = Optional.empty();
    private boolean open;

    /**
     * @param openFolder shows a folder of this machine in the desktop's file manager
     * @param browse opens a web page
     * @param continueField stands below the output
     */
    public DetailPane(
            Engine engine,
            ObservableValue<Instant> clock,
            Consumer<Path> openFolder,
            Consumer<URI> browse,
            Consumer<TaskKey> select,
            ContinueField continueField) {
        this.engine = engine;
        this.clock = clock;
        actions = new DetailActions(openFolder);
        taskFacts = new TaskFacts(engine.store(), select);
        tabs = new DetailTabs(clock, browse, task -> Subagent.of(engine.store(), task), continueField.root());
        this.continueField = continueField;
        continueField.connect(tabs::focusOutput, tabs::followOutput);
        name.setId("detail-name");
        name.getStyleClass().add("detail-name");
        name.setWrapText(true);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(name);
        // the tabs below would take room from both
        head.setMinHeight(Region.USE_PREF_SIZE);
        actions.root().setMinHeight(Region.USE_PREF_SIZE);
        content = new VBox(head, actions.root(), taskFacts.root(), tabs.root());
        ButtonTips.in(content);
        VBox.setVgrow(tabs.root(), Priority.ALWAYS);
        instead.getStyleClass().add("detail-empty");
        instead.setWrapText(true);
        root = new StackPane(instead);
        root.setId("detail");
        root.getStyleClass().add("detail");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.heightProperty().subscribe(height -> taskFacts.fit(height.doubleValue()));
        settling.setOnFinished(e -> settle());
        clock.addListener(new WeakChangeListener<>(tick));
        engine.onDiff(diff -> refresh());
        showWhatIsThere();
    }

    /** While the focus is in here, the keys of the filter field search the output. */
    private void pressed(KeyEvent key) {
        if (SEARCH.match(key) && single().isPresent()) {
            key.consume();
            tabs.search();
        }
    }

    public StackPane root() {
        return root;
    }

    /** Where other classes put their buttons that open the task elsewhere. */
    public HBox openers() {
        return actions.openers();
    }

    /** Where other classes put their buttons for the task. */
    public HBox actions() {
        return actions.place();
    }

    /** Called when the pane becomes visible or hidden. While it is hidden, nothing is read from the server. */
    void open(boolean now) {
        open = now;
        settle();
    }

    public void show(List<AgentTask> tasks) {
        selection = tasks;
        settling.playFromStart();
    }

    private void refresh() {
        selection = selection.stream()
                .flatMap(task -> engine.store().find(task.key()).stream())
                .toList();
        if (open) {
            showFacts();
        }
    }

    private void settle() {
        Optional<TaskKey> wanted = open ? single().map(AgentTask::key) : Optional.empty();
        if (!wanted.equals(following.map(LiveTranscript::task))) {
            engine.liveTranscripts().stop();
            following = wanted.flatMap(key -> engine.liveTranscripts().follow(key, this::onChange));
            tabs.show(following);
        }
        showWhatIsThere();
    }

    private Optional<AgentTask> single() {
        return selection.size() == 1 ? Optional.of(selection.getFirst()) : Optional.empty();
    }

    private void onChange(Collection<Place> touched) {
        tabs.apply(touched);
        showFacts();
    }

    private void showWhatIsThere() {
        boolean one = single().isPresent();
        if (one && content.getParent() == null) {
            root.getChildren().add(content); // not earlier: it would be styled with the first rows
        }
        content.setVisible(one);
        instead.setVisible(!one);
        instead.setText(selection.isEmpty() ? Texts.of("detail.none") : SelectionSummary.text(selection));
        showFacts();
    }

    private void showFacts() {
        if (open) {
            single().ifPresent(task -> {
                name.setText(TaskNames.of(task));
                actions.show(task, following);
                continueField.show(task);
                taskFacts.show(task, clock.getValue(), context());
                tabs.showTask(task, TreeSum.of(engine.store(), task));
            });
        }
    }

    /** The token count of the newest message that reported one. */
    private long context() {
        return following
                .flatMap(there -> there.log().newestTurns().stream()
                        .filter(turn -> turn.context() > 0)
                        .findFirst())
                .map(Turn::context)
                .orElse(0L);
    }
}
