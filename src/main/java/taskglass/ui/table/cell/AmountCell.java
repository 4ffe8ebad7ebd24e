package taskglass.ui.table.cell;

import taskglass.task.status.AgentTask;
import taskglass.text.UsageText;
import taskglass.ui.frame.TextWidth;
import taskglass.ui.table.tree.TaskSum;

/**
 * Shows what a task has used, followed by the sum of its tree. In a narrow column the sum is left out, and hovering shows
 * it.
 */
public final class AmountCell extends TaskCell {
    private static final double PADDING = 16;

    private final UsageText amount;
    private String own = "";
    private String whole = "";

    public AmountCell(UsageText amount) {
        this.amount = amount;
        getStyleClass().add("number-cell");
        widthProperty().subscribe(this::fit);
        LazyTooltip.on(this, () -> getText() == null || getText().equals(whole) ? "" : whole);
    }

    @Override
    void show(AgentTask task, TaskSum taskSum) {
        own = amount.own(task);
        whole = amount.of(task, taskSum.tree());
        setAccessibleText(whole);
        fit();
    }

    @Override
    double placeholder() {
        return 36;
    }

    private void fit() {
        boolean room = own.equals(whole) || TextWidth.of(whole, getFont()) + PADDING <= getWidth();
        setText(room ? whole : own);
    }

    @Override
    void blank() {
        own = "";
        whole = "";
        setText(null);
        setGraphic(null);
        setAccessibleText(null);
    }
}
