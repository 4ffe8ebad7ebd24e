package taskglass.ui.table.cell;

import javafx.geometry.VPos;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * A short right-aligned text that may change every second, repainting only itself. A label would cause a new layout of
 * the whole table because its width might have changed. This node requests no room, and its text ends at its right
 * edge.
 */
final class PaintedText extends Region {
    private final Text words = new Text();

    /** The text looks like that of the cell. */
    PaintedText(Labeled cell) {
        words.getStyleClass().add("text"); // like that of labels
        words.setManaged(false);
        words.setTextOrigin(VPos.CENTER);
        words.fontProperty().bind(cell.fontProperty());
        words.fillProperty().bind(cell.textFillProperty());
        getChildren().add(words);
    }

    void show(String now) {
        if (!now.equals(words.getText())) {
            words.setText(now);
            place();
        }
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    private void place() {
        words.setX(snapPositionX(getWidth() - words.getLayoutBounds().getWidth()));
        words.setY(snapPositionY(getHeight() / 2));
    }
}
