package taskglass.ui.attention;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import taskglass.task.Cut;

/** Keeps at least the first fifteen characters of a name visible, however little room there is. */
final class LeastName {
    private static final int CHARACTERS = 15;

    /** The border around the name and the loss from rounding, in pixels. */
    private static final double EDGE = 6;

    private LeastName() {}

    static void keep(Labeled name) {
        name.minWidthProperty()
                .bind(Bindings.createDoubleBinding(() -> width(name), name.textProperty(), name.fontProperty()));
    }

    private static double width(Labeled name) {
        if (name.getText().length() <= CHARACTERS) {
            return Region.USE_PREF_SIZE;
        }
        Text least = new Text(Cut.beginning(name.getText(), CHARACTERS) + name.getEllipsisString());
        least.setFont(name.getFont());
        return Math.ceil(least.getLayoutBounds().getWidth()) + EDGE;
    }
}
