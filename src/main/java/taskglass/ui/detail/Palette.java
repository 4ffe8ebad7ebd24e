package taskglass.ui.detail;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Paint;

/** The colours of a picture that is painted by hand: style sheets know only nodes, so a hidden label has each. */
final class Palette extends Pane {
    /** What a colour is for; each has its style class, {@code timeline-text} and so on. */
    enum Use {
        TEXT,
        MUTED,
        TRACK,
        DONE,
        RUNNING,
        FAILED,
        FOCUS
    }

    private final Map<Use, Label> labels = new EnumMap<>(Use.class);

    Palette() {
        for (Use use : Use.values()) {
            Label label = new Label();
            label.getStyleClass().add("timeline-" + use.name().toLowerCase(java.util.Locale.ROOT));
            labels.put(use, label);
            getChildren().add(label);
        }
        setManaged(false);
        setVisible(false);
    }

    Paint of(Use use) {
        return labels.get(use).getTextFill();
    }

    /** Calls whenever the colours are others, as after a change of the theme. */
    void onChange(Runnable listener) {
        labels.get(Use.TEXT).textFillProperty().addListener((source, before, now) -> listener.run());
    }
}
