package taskglass.ui.table;

import taskglass.task.AgentTask;
import taskglass.words.Folder;
import taskglass.words.VisibleText;

/** Shows the name of a task's project directory. Hovering shows the full path. */
final class ProjectCell extends TaskCell {
    private String path = "";

    ProjectCell() {
        getStyleClass().add("muted-cell");
        Tip.on(this, () -> path);
    }

    @Override
    void show(AgentTask task, Sum sum) {
        Folder folder = new Folder(task.session().directory());
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
