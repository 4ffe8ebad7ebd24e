package taskglass.ui.attention;

import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * A scroll pane as high as its content needs at its width, including wrapped lines, up to a third of the window. Beyond
 * that it scrolls.
 */
final class ReadingBox extends ScrollPane {
    private static final double SHARE = 1 / 3.0;

    /** Room for the scroll bar, always reserved. */
    private static final double SCROLL_BAR = 16;

    private final Region content;

    ReadingBox(Region content) {
        super(content);
        this.content = content;
        setFitToWidth(true);
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("attention-text");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double around = snappedTopInset() + snappedBottomInset();
        double room = width - snappedLeftInset() - snappedRightInset() - SCROLL_BAR;
        double wanted = Math.ceil(content.prefHeight(Math.max(1, room))) + around;
        Scene scene = getScene();
        return scene == null ? wanted : Math.min(wanted, Math.floor(scene.getHeight() * SHARE));
    }
}
