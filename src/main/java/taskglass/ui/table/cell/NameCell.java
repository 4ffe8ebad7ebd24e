package taskglass.ui.table.cell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import taskglass.task.status.AgentTask;
import taskglass.text.TaskNames;
import taskglass.text.Texts;
import taskglass.text.UsageText;
import taskglass.ui.table.tree.RowContent;
import taskglass.ui.table.tree.TaskSum;

/**
 * Shows the name of a task on one line. If it is not shown whole, hovering shows all of it. A task started by a plugin also
 * shows the plugin's background id after its name. In the heading of a group the cell is as wide as the row: it shows the
 * group's name and the totals of its tasks, and hovering shows the path of a directory.
 */
public final class NameCell extends TaskCell {
    /** The space to the right of the field that edits the title. */
    private static final double RIGHT = 8;

    private final Label pill = new Label();
    private final Label totals = new Label();
    private String tip = "";

    private final TitleEditor titles;

    /** @param titles shows its field in this cell while the title of the cell's task is edited */
    public NameCell(TitleEditor titles) {
        this.titles = titles;
        getStyleClass().add("name-cell");
        pill.getStyleClass().add("pill");
        pill.setMinWidth(Region.USE_PREF_SIZE);
        totals.getStyleClass().add("group-totals");
        totals.setMinWidth(Region.USE_PREF_SIZE);
        setContentDisplay(ContentDisplay.RIGHT);
        LazyTooltip.on(this, () -> heads() || isTextTruncated() || !tip.equals(getText()) ? tip : "");
    }

    @Override
    void show(AgentTask task, TaskSum taskSum) {
        tip = TaskNames.of(task);
        Optional<Node> field = titles.fieldFor(task);
        setText(field.isPresent() ? null : withoutAgent(tip, task));
        pill.setText(task.backgroundId());
        setGraphic(field.orElse(task.backgroundId().isEmpty() ? null : pill));
    }

    /** A field takes the room that the title has. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getGraphic() instanceof Region field && !field.equals(pill) && !field.equals(totals)) {
            field.resize(getWidth() - field.getLayoutX() - RIGHT, field.getHeight());
        }
    }

    /** OpenCode ends the titles of subagents with the agent, which has a column of its own. */
    private static String withoutAgent(String name, AgentTask task) {
        String end = " (@" + task.session().assignment().agent().orElse("") + " subagent)";
        return name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name;
    }

    @Override
    void head(RowContent.OfGroup heading) {
        tip = heading.group().path();
        setText(heading.group().name());
        totals.setText(totals(heading));
        setGraphic(totals);
    }

    private static String totals(RowContent.OfGroup heading) {
        TaskSum sum = heading.sum();
        String tasks = Texts.of("group.sum", sum.tasks(), sum.working());
        String where = heading.parent().isEmpty() ? "" : Texts.of("group.in", heading.parent()) + " · ";
        return where + tasks + " · " + UsageText.COST.of(sum.tree());
    }

    @Override
    boolean spansHeadings() {
        return true;
    }

    /** The cells to its right are blank in a heading. */
    @Override
    public void resize(double width, double height) {
        super.resize(heads() ? getTableRow().getWidth() : width, height);
    }

    @Override
    void blank() {
        tip = "";
        setText(null);
        setGraphic(null);
    }
}
