package taskglass.ui.detail.timeline;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Shortens names to a width in pixels. A canvas would squeeze their letters instead. */
final class FittingText {
    private static final int MOST = 500;

    /** A name and the width that it has to fit. */
    private record Wanted(String name, double width) {}

    private final Text measure = new Text();
    private final Map<Wanted, String> known = new HashMap<>();

    FittingText(Font font) {
        measure.setFont(font);
    }

    String of(String name, double width) {
        if (known.size() > MOST) {
            known.clear();
        }
        return known.computeIfAbsent(new Wanted(name, width), this::cut);
    }

    private String cut(Wanted wanted) {
        String rest = wanted.name;
        String shown = rest;
        while (!rest.isEmpty() && width(shown) > wanted.width) {
            rest = rest.substring(0, rest.offsetByCodePoints(rest.length(), -1));
            shown = rest.stripTrailing() + "…";
        }
        return shown;
    }

    private double width(String text) {
        measure.setText(text);
        return measure.getLayoutBounds().getWidth();
    }
}
