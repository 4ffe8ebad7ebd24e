package taskglass.ui.table;

import javafx.geometry.VPos;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * A few words at the right of their cell that may change each second: only they are painted anew. A label would have the
 * whole table laid out again, since its width might have changed; this takes no room, and its words end where it stands.
 */
final class Ticker extends Region {
    private final Text words = new Text();

    /** The words look as those of the cell would. */
    Ticker(Labeled cell) {
        words.getStyleClass().add("text"); // as those of labels
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
