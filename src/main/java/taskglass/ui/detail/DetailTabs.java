package taskglass.ui.detail;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import taskglass.engine.command.CommandFailed;
import taskglass.engine.transcript.LiveTranscript;
import taskglass.task.TaskStatus;
import taskglass.task.TodoItem;
import taskglass.task.run.Run;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TreeSum;
import taskglass.task.transcript.Part.Place;
import taskglass.text.ReasonText;
import taskglass.text.RefusalText;
import taskglass.text.Texts;
import taskglass.text.ToolCallText;
import taskglass.ui.detail.output.OutputView;
import taskglass.ui.detail.timeline.Subagent;
import taskglass.ui.detail.timeline.TimelineView;

/**
 * The five tabs that show one task. Only the selected tab is kept up to date. A tab's content joins the window when it
 * is first selected, because it would otherwise be styled with everything else.
 */
final class DetailTabs {
    private final OutputView output;
    private final TimelineView timeline;
    private final TodoView todos = new TodoView();
    private final ChangesView changes = new ChangesView();
    private final PromptView prompt = new PromptView();
    private final Tab outputTab;
    private final Tab timelineTab;
    private final Tab todosTab;
    private final Tab changesTab;
    private final Tab promptTab;
    private final Map<Tab, Node> unopened = new HashMap<>();
    private final TabPane root;
    private final Function<AgentTask, List<Subagent>> subagents;
    private Optional<LiveTranscript> following = Optional.empty();
    private Optional<AgentTask> task = Optional.empty();
    private int filesRead = -1;

    /**
     * @param browse opens a web page
     * @param subagents finds the subagents of a task's latest run
     * @param belowOutput stands below the output
     */
    DetailTabs(
            ObservableValue<Instant> clock,
            Consumer<URI> browse,
            Function<AgentTask, List<Subagent>> subagents,
            Node belowOutput) {
        this.subagents = subagents;
        output = new OutputView(this::older, browse);
        VBox.setVgrow(output.root(), Priority.ALWAYS);
        timeline = new TimelineView(clock);
        outputTab = tab("detail.output", "output-tab", new VBox(output.root(), belowOutput));
        timelineTab = tab("detail.timeline", "timeline-tab", timeline.root());
        todosTab = tab("detail.todos", "todos-tab", todos.root());
        changesTab = tab("detail.changes", "changes-tab", changes.root());
        promptTab = tab("detail.prompt", "prompt-tab", prompt.root());
        root = new TabPane(outputTab, timelineTab, todosTab, changesTab, promptTab);
        root.setId("detail-tabs");
        root.getStyleClass().add("detail-tabs");
        root.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        root.getSelectionModel().selectedItemProperty().subscribe(this::open);
    }

    private void open(Tab selected) {
        Optional.ofNullable(unopened.remove(selected)).ifPresent(selected::setContent);
        showSelected();
    }

    TabPane root() {
        return root;
    }

    void show(Optional<LiveTranscript> now) {
        following = now;
        filesRead = -1;
        task = Optional.empty();
        output.show(now.map(LiveTranscript::log));
        todosTab.setText(Texts.of("detail.todos"));
        sayState();
        showSelected();
    }

    void showTask(AgentTask now, TreeSum tree) {
        boolean turned = !ended().equals(now.ended());
        task = Optional.of(now);
        output.latestRun(now.run().map(run -> run.first().id()).orElse(""), ended());
        if (turned) {
            showSelected();
        }
        timeline.count(ToolCallText.brief(now, tree));
        showSubagents();
        showFailure();
    }

    private Optional<Instant> ended() {
        return task.flatMap(AgentTask::ended);
    }

    void apply(Collection<Place> touched) {
        following.ifPresent(transcript -> {
            output.apply(touched, transcript.hasOlder());
            sayState();
            showFailure();
            long done = transcript.todos().stream()
                    .filter(todo -> todo.state() == TodoItem.State.COMPLETED)
                    .count();
            todosTab.setText(
                    transcript.todos().isEmpty()
                            ? Texts.of("detail.todos")
                            : Texts.of(
                                    "detail.todos.count",
                                    done,
                                    transcript.todos().size()));
        });
        showSelected();
    }

    /** Moves the focus to the output. */
    void focusOutput() {
        output.focus();
    }

    /** Scrolls the output to its end and stays there. */
    void followOutput() {
        output.follow();
    }

    /** Opens the search in the output. */
    void search() {
        root.getSelectionModel().select(outputTab);
        output.openSearch();
    }

    private void older() {
        following.ifPresent(LiveTranscript::older);
    }

    private void sayState() {
        output.showMessage(
                none("detail.output.none"),
                following.flatMap(LiveTranscript::trouble).isPresent());
    }

    /** The text shown instead of content. It says that there is nothing only after everything has been read. */
    private String none(String words) {
        boolean read = following.filter(LiveTranscript::read).isPresent();
        return following
                .flatMap(LiveTranscript::trouble)
                .map(why -> Texts.of("detail.output.trouble", RefusalText.of(why)))
                .orElseGet(() -> Texts.of(read ? words : "detail.output.reading"));
    }

    private void showSelected() {
        following.ifPresent(transcript -> {
            Tab selected = root.getSelectionModel().getSelectedItem();
            TranscriptOfRun latest = new TranscriptOfRun(transcript, task.flatMap(AgentTask::run));
            if (selected.equals(timelineTab)) {
                latest.reachBegin();
                showSubagents();
                timeline.show(
                        latest.calls().stream()
                                .map(call -> call.within("", ended()))
                                .toList(),
                        none("detail.timeline.none"));
            } else if (selected.equals(todosTab)) {
                todos.show(transcript.todos(), none("detail.todos.none"));
            } else if (selected.equals(changesTab)) {
                readChanges(latest);
            } else if (selected.equals(promptTab)) {
                latest.reachBegin();
                prompt.show(latest.prompt().orElseGet(() -> none("detail.prompt.none")), rawError(latest));
            }
        });
    }

    private static String rawError(TranscriptOfRun latest) {
        return latest.error()
                .map(error -> error.raw().text())
                .or(() -> latest.run().flatMap(Run::error).map(error -> error.name() + "\n" + error.message()))
                .orElse("");
    }

    private void showSubagents() {
        if (root.getSelectionModel().getSelectedItem().equals(timelineTab)) {
            timeline.subagents(task.map(subagents).orElse(List.of()));
        }
    }

    /** Shows in the output why the run failed, unless one of its messages says so there. */
    private void showFailure() {
        output.showFailure(following
                .filter(LiveTranscript::read)
                .flatMap(transcript -> task.filter(there -> there.status() == TaskStatus.FAILED)
                        .filter(there -> new TranscriptOfRun(transcript, there.run())
                                .error()
                                .isEmpty()))
                .map(ReasonText::of)
                .orElse(""));
    }

    private void readChanges(TranscriptOfRun latest) {
        LiveTranscript transcript = latest.transcript();
        if (filesRead == transcript.filesChanged() || !transcript.read()) {
            return;
        }
        if (filesRead < 0) {
            changes.reading();
        }
        filesRead = transcript.filesChanged();
        transcript.changes(latest.promptIds()).whenComplete((found, failure) -> {
            if (failure == null) {
                changes.show(found);
            } else {
                changes.failed(RefusalText.of(CommandFailed.reason(failure)));
            }
        });
    }

    private Tab tab(String key, String id, Node content) {
        Tab tab = new Tab(Texts.of(key));
        tab.setId(id);
        tab.setTooltip(new Tooltip(Texts.of(key + ".tip")));
        unopened.put(tab, content);
        return tab;
    }
}
