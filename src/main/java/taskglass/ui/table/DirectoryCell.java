package taskglass.ui.table;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import taskglass.task.AgentTask;
import taskglass.ui.words.Folder;

/** Where a task works: the directory's name, and as much of the way there as fits. */
final class DirectoryCell extends TaskCell {
    private final Label lead = new Label();
    private final Label name = new Label();
    private final HBox line = new HBox(lead, name);
    private String path = "";

    DirectoryCell() {
        getStyleClass().add("directory-cell");
        line.setAlignment(Pos.CENTER_LEFT);
        lead.getStyleClass().add("lead");
        lead.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        lead.setMinWidth(0);
        lead.setAlignment(Pos.CENTER_RIGHT);
        name.setMinWidth(Region.USE_PREF_SIZE);
        Tip.on(this, () -> path);
    }

    @Override
    void show(AgentTask task) {
        Folder folder = new Folder(task.session().directory());
        lead.setText(folder.lead());
        name.setText(folder.name());
        path = folder.path();
        setAccessibleText(folder.path());
        setGraphic(line);
    }

    @Override
    void blank() {
        setGraphic(null);
        path = "";
        setAccessibleText(null);
    }
}
