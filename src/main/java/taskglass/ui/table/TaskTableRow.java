package taskglass.ui.table;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Skin;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.skin.TreeTableRowSkin;
import taskglass.ui.table.cell.NameCell;
import taskglass.ui.table.tree.TaskRow;

/** A row of the table: a task, or the heading of a group, which spans all columns. */
final class TaskTableRow extends TreeTableRow<TaskRow> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    /** The space before the arrow of a heading, as before a status. The stylesheet moves the text as far. */
    private static final double INDENT = 6;

    TaskTableRow(TaskTable table, RowActions actions) {
        RowMenu.giveTo(this, table, actions);
    }

    @Override
    protected void updateItem(TaskRow item, boolean empty) {
        super.updateItem(item, empty);
        pseudoClassStateChanged(HEADING, heads());
    }

    private boolean heads() {
        return !isEmpty() && getItem() != null && getItem().task().isEmpty();
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new TreeTableRowSkin<>(this) {
            @Override
            protected void layoutChildren(double x, double y, double width, double height) {
                super.layoutChildren(x, y, width, height);
                moveHeading();
            }
        };
    }

    /**
     * Moves the heading from the column of the names to the left edge. Its cell is as wide as the row. Nodes are translated:
     * a layout position that differs from the skin's would ask for the next layout.
     */
    private void moveHeading() {
        for (Node cell : getChildrenUnmodifiable()) {
            if (cell instanceof NameCell) {
                cell.setTranslateX(heads() ? -cell.getLayoutX() : 0);
                moveArrow(heads() ? INDENT - cell.getLayoutX() : 0);
            }
        }
    }

    private void moveArrow(double by) {
        if (getDisclosureNode() != null) {
            getDisclosureNode().setTranslateX(by);
        }
    }
}
