package taskglass.ui.detail;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import taskglass.engine.command.CommandFailed;
import taskglass.engine.transcript.LiveTranscript;
import taskglass.task.TodoItem;
import taskglass.task.run.Run;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TreeSum;
import taskglass.task.transcript.Part.Call;
import taskglass.task.transcript.Part.Place;
import taskglass.task.transcript.Turn;
import taskglass.text.RefusalText;
import taskglass.text.Texts;
import taskglass.text.ToolCallText;
import taskglass.ui.detail.output.OutputView;
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
    private Optional<LiveTranscript> following = Optional.empty();
    private Optional<Run> run = Optional.empty();
    private int filesRead = -1;

    DetailTabs(ObservableValue<Instant> clock, Consumer<URI> browse) {
        output = new OutputView(this::older, browse);
        timeline = new TimelineView(clock);
        outputTab = tab("detail.output", "output-tab", output.root());
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
        run = Optional.empty();
        output.show(now.map(LiveTranscript::log));
        todosTab.setText(Texts.of("detail.todos"));
        sayState();
        showSelected();
    }

    void showTask(AgentTask task, TreeSum tree) {
        run = task.run();
        timeline.count(ToolCallText.brief(task, tree));
    }

    void apply(Collection<Place> touched) {
        following.ifPresent(transcript -> {
            output.apply(touched, transcript.hasOlder());
            sayState();
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
            if (selected.equals(timelineTab)) {
                begun().ifPresent(transcript::reach);
                timeline.show(calls(transcript), none("detail.timeline.none"));
            } else if (selected.equals(todosTab)) {
                todos.show(transcript.todos(), none("detail.todos.none"));
            } else if (selected.equals(changesTab)) {
                readChanges(transcript);
            } else if (selected.equals(promptTab)) {
                begun().ifPresent(transcript::reach);
                prompt.show(prompt(transcript), error(transcript));
            }
        });
    }

    /** The id of the prompt that started the latest run, if known. */
    private Optional<String> begun() {
        return run.map(known -> known.first().id()).filter(id -> !id.isEmpty());
    }

    private List<Call> calls(LiveTranscript transcript) {
        String from = begun().orElse("");
        return transcript.log().parts().stream()
                .filter(part -> part.place().message().compareTo(from) >= 0)
                .filter(Call.class::isInstance)
                .map(Call.class::cast)
                .toList();
    }

    private String prompt(LiveTranscript transcript) {
        return prompts(transcript).stream()
                .findFirst()
                .map(turn -> Result.text(transcript.log(), turn))
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> none("detail.prompt.none"));
    }

    private List<Turn> prompts(LiveTranscript transcript) {
        String from = begun().orElse("");
        return transcript.log().turns().stream()
                .filter(turn -> turn.prompt() && turn.id().compareTo(from) >= 0)
                .toList();
    }

    private String error(LiveTranscript transcript) {
        return transcript.log().turns().stream()
                .filter(turn -> turn.id().compareTo(begun().orElse("")) >= 0)
                .flatMap(turn -> turn.error().stream())
                .reduce((before, after) -> after)
                .map(error -> error.text())
                .or(() -> run.flatMap(Run::error).map(error -> error.name() + "\n" + error.message()))
                .orElse("");
    }

    private void readChanges(LiveTranscript transcript) {
        List<String> prompts = begun().filter(id -> prompts(transcript).isEmpty())
                .map(List::of)
                .orElseGet(() -> prompts(transcript).stream().map(Turn::id).toList());
        if (filesRead == transcript.filesChanged() || !transcript.read()) {
            return;
        }
        if (filesRead < 0) {
            changes.reading();
        }
        filesRead = transcript.filesChanged();
        transcript.changes(prompts).whenComplete((found, failure) -> {
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
        unopened.put(tab, content);
        return tab;
    }
}
