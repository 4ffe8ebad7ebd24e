package taskglass.ui.frame;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** Measures one line of text, in the fonts of the table or another one, because text is longer in other languages. */
public final class TextWidth {
    /** The font that app.css gives the window. */
    private static final String FAMILY = "DejaVu Sans";

    private static final double SIZE = 13;

    private TextWidth() {}

    public static double ofCell(String text) {
        return of(text, Font.font(FAMILY, SIZE));
    }

    public static double ofHeader(String text) {
        return of(text, Font.font(FAMILY, FontWeight.BOLD, SIZE));
    }

    public static double of(String text, Font font) {
        Text measured = new Text(text);
        measured.setFont(font);
        return Math.ceil(measured.getLayoutBounds().getWidth());
    }
}
