package taskglass.ui.detail.timeline;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Paint;

/**
 * The colors of a picture painted on a canvas. Style sheets apply to nodes only, so a hidden label holds each color.
 */
final class ChartColors extends Pane {
    /** The purpose of a color. Each has its style class, such as {@code timeline-text}. */
    enum Use {
        TEXT,
        MUTED,
        TRACK,
        GRID,
        DONE,
        RUNNING,
        FAILED,
        FOCUS
    }

    private final Map<Use, Label> labels = new EnumMap<>(Use.class);

    ChartColors() {
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

    /** Calls the listener when the colors change, for example with the theme. */
    void onChange(Runnable listener) {
        labels.get(Use.TEXT).textFillProperty().addListener((source, before, now) -> listener.run());
    }
}
