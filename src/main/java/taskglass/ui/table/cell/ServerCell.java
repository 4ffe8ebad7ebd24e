package taskglass.ui.table.cell;

import taskglass.task.status.AgentTask;
import taskglass.text.ServerNames;
import taskglass.ui.frame.ServerBadge;
import taskglass.ui.table.tree.TaskSum;

/** Shows the server of a task, with the mark that tells it apart from other servers. */
public final class ServerCell extends TaskCell {

    public ServerCell() {
        getStyleClass().add("muted-cell");
        tellWhenCut(this, this::getText);
    }

    @Override
    void show(AgentTask task, TaskSum taskSum) {
        setText(ServerNames.of(task.key().server()));
        setGraphic(ServerBadge.of(task.key().server()).orElse(null));
    }

    @Override
    void blank() {
        setText(null);
        setGraphic(null);
    }
}
