package taskglass.ui.detail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.task.Elapsed;
import taskglass.task.ModelRef;
import taskglass.task.TaskKey;
import taskglass.task.Usage;
import taskglass.task.run.Run;
import taskglass.task.run.ToolTally;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TaskStore;
import taskglass.task.store.TreeSum;
import taskglass.text.Amounts;
import taskglass.text.FolderName;
import taskglass.text.LastSeenText;
import taskglass.text.QueueText;
import taskglass.text.StatusReasonText;
import taskglass.text.TaskNames;
import taskglass.text.Texts;
import taskglass.text.ToolCallText;
import taskglass.text.UsageText;
import taskglass.text.VisibleText;
import taskglass.ui.frame.StatusStyle;

/** The known facts of a task, one per line: status and reason, agent and model, directory, duration, and cost. */
final class TaskFacts {
    private static final double NAMES = 84;

    private final TaskStore store;
    private final Consumer<TaskKey> select;
    private final GridPane root = new GridPane();
    private final FontIcon icon = new FontIcon();
    private final Label status = value("fact-status");
    private final Label why = value("fact-why");
    private final Label agent = value("fact");
    private final Label directory = value("fact");
    private final Label time = value("fact");
    private final Label tokens = value("fact");
    private final Label tree = value("fact");
    private final Label background = value("fact");
    private final Label queue = value("fact");
    private final Hyperlink parent = new Hyperlink();
    private Optional<TaskKey> parentKey = Optional.empty();

    TaskFacts(TaskStore store, Consumer<TaskKey> select) {
        this.store = store;
        this.select = select;
        root.getStyleClass().add("facts");
        root.setMinHeight(GridPane.USE_PREF_SIZE);
        ColumnConstraints names = new ColumnConstraints(NAMES);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        root.getColumnConstraints().addAll(names, values);
        directory.setWrapText(false);
        directory.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        status.setGraphic(icon);
        row("detail.status", status);
        root.add(why, 0, root.getRowCount(), 2, 1);
        row("detail.agent", agent);
        row("detail.directory", directory);
        row("detail.time", time);
        row("detail.tokens", tokens);
        row("detail.tree", tree);
        row("detail.background", background);
        row("detail.queue", queue);
        row("detail.parent", parent);
        parent.setOnAction(e -> parentKey.ifPresent(this.select));
    }

    GridPane root() {
        return root;
    }

    /** @param context the size of the model's latest context in tokens, 0 if unknown */
    void show(AgentTask task, Instant now, long context) {
        StatusStyle look = StatusStyle.of(task);
        status.setText(
                task.lastSeen().map(at -> LastSeenText.of(look.word(), at, now)).orElse(look.word()));
        icon.setIconCode(look.icon());
        look.tone().applyTo(status);
        why.setText(String.join(" ", StatusReasonText.all(store.why(task), now)));
        why.setAccessibleText(Texts.of("detail.why", why.getText()));
        agent.setText(VisibleText.name(assignment(task)));
        directory.setText(VisibleText.line(new FolderName(task.session().directory()).shown()));
        time.setText(time(task, now));
        put(
                tokens,
                task.run()
                        .map(Run::tools)
                        .filter(tally ->
                                tally.spent().tokensIn() + tally.spent().tokensOut() > 0)
                        .map(tally -> used(tally, context))
                        .orElse(""));
        TreeSum sum = TreeSum.of(store, task);
        put(tree, sum.tasks() > 1 ? tree(sum) : "");
        parentKey = task.session().parent();
        put(background, task.backgroundId());
        put(queue, QueueText.inFull(task.queue()));
        put(parent, parentKey.flatMap(store::find).map(TaskNames::of).orElse(""));
    }

    private static String assignment(AgentTask task) {
        Optional<String> model = task.session().assignment().model().map(ModelRef::id);
        String words = Stream.of(task.session().assignment().agent(), model)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
        return words.isEmpty() ? "–" : words;
    }

    private static String time(AgentTask task, Instant now) {
        DateTimeFormatter moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withZone(ZoneId.systemDefault());
        Optional<String> elapsed = task.elapsed(now).map(Elapsed::text);
        return task.started()
                .map(start -> Texts.of("detail.started", moment.format(start), elapsed.orElse("–")))
                .orElse("–");
    }

    private static String used(ToolTally tally, long context) {
        Usage usage = tally.spent();
        String words = Texts.of(
                "detail.used",
                Amounts.brief(usage.tokensIn()),
                Amounts.brief(usage.tokensOut()),
                Amounts.money(usage.cost()));
        String spent = tally.exact() ? words : Texts.of("at.least", words);
        return context == 0 ? spent : Texts.of("detail.used.context", spent, Amounts.brief(context));
    }

    private static String tree(TreeSum sum) {
        return Texts.of("detail.tree.sum", sum.tasks(), ToolCallText.brief(sum), UsageText.COST.of(sum));
    }

    private void row(String name, Node value) {
        Label label = new Label(Texts.of(name));
        label.getStyleClass().add("fact-name");
        label.visibleProperty().bind(value.visibleProperty());
        label.managedProperty().bind(value.managedProperty());
        label.setLabelFor(value);
        root.addRow(root.getRowCount(), label, value);
    }

    private static void put(Labeled node, String text) {
        node.setText(text);
        node.setVisible(!text.isEmpty());
        node.setManaged(!text.isEmpty());
    }

    private static Label value(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }
}
