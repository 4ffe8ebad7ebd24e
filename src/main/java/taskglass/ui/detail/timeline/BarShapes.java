package taskglass.ui.detail.timeline;

import javafx.scene.canvas.GraphicsContext;

/** The shapes of the bars in the timeline, which tell calls apart without their colors. */
final class BarShapes {
    static final double HEIGHT = 12;
    private static final double TIP = 6;
    private static final double BITE = 4;

    private BarShapes() {}

    /** The call is over. */
    static void whole(GraphicsContext g, double x, double top, double width) {
        g.fillRoundRect(x, top, width, HEIGHT, 4, 4);
    }

    /** A tip on the right: the call is still running. */
    static void openEnded(GraphicsContext g, double x, double top, double width) {
        double body = Math.max(2, width - TIP);
        g.fillPolygon(
                new double[] {x, x + body, x + body + TIP, x + body, x},
                new double[] {top, top, top + HEIGHT / 2, top + HEIGHT, top + HEIGHT},
                5);
    }

    /** Notched on both sides: the call failed. */
    static void notched(GraphicsContext g, double x, double top, double width) {
        double bite = Math.min(BITE, width / 3);
        g.fillPolygon(
                new double[] {x, x + width, x + width - bite, x + width, x, x + bite},
                new double[] {top, top, top + HEIGHT / 2, top + HEIGHT, top + HEIGHT, top + HEIGHT / 2},
                6);
    }

    /** A frame around the selected bar. */
    static void frame(GraphicsContext g, double x, double top, double width) {
        g.setLineWidth(2);
        g.strokeRoundRect(x - 3, top - 3, width + 6, HEIGHT + 6, 6, 6);
    }
}
