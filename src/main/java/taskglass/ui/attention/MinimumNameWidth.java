package taskglass.ui.attention;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import taskglass.task.TextCut;

/** Keeps at least the first fifteen characters of a name visible, however little room there is. */
final class MinimumNameWidth {
    private static final int CHARACTERS = 15;

    /** The border around the name and the loss from rounding, in pixels. */
    private static final double EDGE = 6;

    private MinimumNameWidth() {}

    static void keep(Labeled name) {
        name.minWidthProperty()
                .bind(Bindings.createDoubleBinding(() -> width(name), name.textProperty(), name.fontProperty()));
    }

    private static double width(Labeled name) {
        if (name.getText().length() <= CHARACTERS) {
            return Region.USE_PREF_SIZE;
        }
        Text least = new Text(TextCut.beginning(name.getText(), CHARACTERS) + name.getEllipsisString());
        least.setFont(name.getFont());
        return Math.ceil(least.getLayoutBounds().getWidth()) + EDGE;
    }
}
