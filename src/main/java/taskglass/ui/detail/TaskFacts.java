package taskglass.ui.detail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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
    private static final double NAMES = 76;

    /** The height of a pane that shows all facts, and of one that shows only the status and its reason. */
    private static final double ALL = 520;

    private static final double STATUS_ONLY = 380;

    /** The height of a pane that does not show the reason either. */
    private static final double NO_REASON = 320;

    private static final double LINE = 22;

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

    /** The most important first: in a low pane the last ones are hidden. */
    private final List<Labeled> spare = List.of(agent, parent, time, tokens, queue, directory, tree, background);

    private int lines = Integer.MAX_VALUE;

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

    /** Leaves room for the tabs in a pane of that height. */
    void fit(double pane) {
        why.setVisible(pane >= NO_REASON);
        why.setManaged(why.isVisible());
        lines = pane >= ALL ? Integer.MAX_VALUE : (int) Math.max(0, (pane - STATUS_ONLY) / LINE);
        arrange();
    }

    private void arrange() {
        int left = lines;
        for (Labeled fact : spare) {
            boolean shown = !fact.getText().isEmpty() && left-- > 0;
            fact.setVisible(shown);
            fact.setManaged(shown);
        }
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
        tokens.setText(task.run()
                .map(Run::tools)
                .filter(tally -> tally.spent().tokensIn() + tally.spent().tokensOut() > 0)
                .map(tally -> used(tally, context))
                .orElse(""));
        TreeSum sum = TreeSum.of(store, task);
        tree.setText(sum.tasks() > 1 ? tree(sum) : "");
        parentKey = task.session().parent();
        background.setText(task.backgroundId());
        queue.setText(QueueText.inFull(task.queue()));
        parent.setText(parentKey.flatMap(store::find).map(TaskNames::of).orElse(""));
        arrange();
    }

    private static String assignment(AgentTask task) {
        Optional<String> model = task.session().assignment().model().map(ModelRef::id);
        String words = Stream.of(task.session().assignment().agent(), model)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
        return words.isEmpty() ? "–" : words;
    }

    private static String time(AgentTask task, Instant now) {
        Optional<String> elapsed = task.elapsed(now).map(Elapsed::text);
        return task.started()
                .map(start -> Texts.of(
                        "detail.started", Amounts.time(start, now, ZoneId.systemDefault()), elapsed.orElse("–")))
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

    private static Label value(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }
}
