package taskglass.ui.table.cell;

import taskglass.task.status.AgentTask;
import taskglass.text.FolderName;
import taskglass.text.VisibleText;
import taskglass.ui.table.tree.TaskSum;

/** Shows the name of a task's project directory. Hovering shows the full path. */
public final class ProjectCell extends TaskCell {
    private String path = "";

    public ProjectCell() {
        getStyleClass().add("muted-cell");
        LazyTooltip.on(this, () -> path);
    }

    @Override
    void show(AgentTask task, TaskSum sum) {
        FolderName folder = new FolderName(task.session().directory());
        setText(VisibleText.line(folder.name()));
        path = VisibleText.line(folder.shown());
        setAccessibleText(VisibleText.line(folder.path()));
    }

    @Override
    void blank() {
        setText(null);
        path = "";
        setAccessibleText(null);
    }
}
