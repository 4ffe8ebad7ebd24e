package taskglass.ui.table;

import taskglass.task.AgentTask;
import taskglass.words.Folder;

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
        setText(folder.name());
        path = folder.shown();
        setAccessibleText(folder.path());
    }

    @Override
    void blank() {
        setText(null);
        path = "";
        setAccessibleText(null);
    }
}
