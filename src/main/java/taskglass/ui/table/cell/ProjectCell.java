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
    void show(AgentTask task, TaskSum taskSum) {
        FolderName folderName = new FolderName(task.session().directory());
        setText(VisibleText.line(folderName.name()));
        path = VisibleText.line(folderName.shown());
        setAccessibleText(VisibleText.line(folderName.path()));
    }

    @Override
    void blank() {
        setText(null);
        path = "";
        setAccessibleText(null);
    }
}
