package taskglass.ui.detail.output;

import java.net.URI;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import taskglass.text.VisibleText;

/** Shows one row of the output. Its height is what the text needs at the width of the list. */
public final class OutputRowCell extends ListCell<OutputRow> {
    /**
     * Room for the scroll bar, always reserved: otherwise text would wrap differently whenever the bar appears or
     * disappears.
     */
    public static final double SCROLL_BAR = 16;

    /** Cells without a row fill the rest of the view, so they need some height. */
    private static final double EMPTY = 20;

    private final Consumer<OutputRow> toggle;
    private final IntFunction<Highlight> highlight;

    OutputRowCell(Consumer<OutputRow> toggle, Consumer<URI> browse, IntFunction<Highlight> highlight) {
        this.toggle = toggle;
        this.highlight = highlight;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        setOnMouseClicked(e -> {
            if (e.getButton() != MouseButton.PRIMARY || !e.isStillSincePress() || getItem() == null) {
                return;
            }
            if (e.getPickResult().getIntersectedNode() instanceof Text text && text.getUserData() instanceof URI link) {
                browse.accept(link);
            } else if (getItem().links().isEmpty()) {
                this.toggle.accept(getItem());
            }
        });
        addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, e -> selectAlone());
    }

    /** Makes a right click apply to this row alone, unless the row is part of the selection. */
    private void selectAlone() {
        if (getItem() != null && !isSelected()) {
            getListView().getSelectionModel().clearAndSelect(getIndex());
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void updateItem(OutputRow outputRow, boolean empty) {
        super.updateItem(outputRow, empty);
        if (empty || outputRow == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            setGraphic(RowNodes.node(outputRow, highlight.apply(getIndex())));
            setAccessibleText(VisibleText.asWritten(outputRow.text()));
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        if (!(getGraphic() instanceof Region content)) {
            return EMPTY;
        }
        Insets around = getInsets();
        return around.getTop() + Math.ceil(content.prefHeight(room())) + around.getBottom();
    }

    /**
     * Replaces the layout of the skin. That would first give the content another size, and each layout would request
     * the next one.
     */
    @Override
    protected void layoutChildren() {
        Node content = getGraphic();
        if (content != null) {
            content.resizeRelocate(
                    getInsets().getLeft(), getInsets().getTop(), room(), Math.ceil(content.prefHeight(room())));
        }
    }

    private double room() {
        double list = getListView() == null ? getWidth() : getListView().getWidth() - SCROLL_BAR;
        return Math.max(80, list - getInsets().getLeft() - getInsets().getRight());
    }
}
