package taskglass.ui.table;

import taskglass.task.AgentTask;

/** What a task or a group is called, in one line; the whole of it on hovering where it does not fit. */
final class NameCell extends TaskCell {

    NameCell() {
        getStyleClass().add("name-cell");
        tellWhenCut(this, this::getText);
    }

    @Override
    void show(AgentTask task, Sum sum) {
        setText(task.name().replaceAll("\\s+", " "));
    }

    @Override
    void head(Grouping.Group group, Sum sum) {
        setText(group.name());
    }

    @Override
    void blank() {
        setText(null);
    }
}
