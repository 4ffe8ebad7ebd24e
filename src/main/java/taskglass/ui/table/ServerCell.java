package taskglass.ui.table;

import taskglass.task.AgentTask;
import taskglass.ui.frame.ServerBadge;
import taskglass.words.ServerNames;

/** Shows the server of a task, with the mark that tells it apart from other servers. */
final class ServerCell extends TaskCell {

    ServerCell() {
        getStyleClass().add("muted-cell");
        tellWhenCut(this, this::getText);
    }

    @Override
    void show(AgentTask task, Sum sum) {
        setText(ServerNames.of(task.key().server()));
        setGraphic(ServerBadge.of(task.key().server()).orElse(null));
    }

    @Override
    void blank() {
        setText(null);
        setGraphic(null);
    }
}
