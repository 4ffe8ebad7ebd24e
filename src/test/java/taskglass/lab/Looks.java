package taskglass.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.testfx.util.WaitForAsyncUtils;

/** What a person sees of the controls of a scene: focus rings, tooltips, contrast and texts that are cut. */
public final class Looks {
    /** The dots of a line around the smallest control. */
    private static final int RING = 40;

    private static final double CONTRAST = 4.5;

    private Looks() {}

    /** The stops of Tab, from the one that has the focus on, that look the same with and without it. */
    public static List<String> withoutRing(Scene scene) {
        List<Node> seen = new ArrayList<>();
        List<String> same = new ArrayList<>();
        Node stop = FxThread.ask(scene::getFocusOwner);
        Image with = picture(scene);
        while (stop != null && !seen.contains(stop)) {
            seen.add(stop);
            Node left = stop;
            FxThread.ask(() -> left.requestFocusTraversal(TraversalDirection.NEXT));
            Image without = picture(scene);
            stop = FxThread.ask(scene::getFocusOwner);
            // A stop within this one has a ring of its own, which would pass for that of this one.
            boolean inside = contains(left, stop);
            Image plain = inside ? withoutFocus(scene, stop) : without;
            if (!left.equals(stop) && differences(with, plain, left) < RING) {
                same.add(left.toString());
            }
            with = without;
        }
        return same;
    }

    private static boolean contains(Node outer, Node inner) {
        return inner != null && (inner.equals(outer) || contains(outer, inner.getParent()));
    }

    /** The scene while no stop has the focus; that one has it again afterwards. */
    private static Image withoutFocus(Scene scene, Node stop) {
        FxThread.ask(() -> {
            scene.getRoot().requestFocus();
            return true;
        });
        Image picture = picture(scene);
        FxThread.ask(() -> {
            stop.requestFocus();
            return true;
        });
        return picture;
    }

    /** The stops of Tab, from the one that has the focus on. */
    public static List<Node> stops(Scene scene) {
        return FxThread.ask(() -> {
            List<Node> stops = new ArrayList<>();
            Node stop = scene.getFocusOwner();
            while (stop != null && !stops.contains(stop)) {
                stops.add(stop);
                stop.requestFocusTraversal(TraversalDirection.NEXT);
                stop = scene.getFocusOwner();
            }
            return stops;
        });
    }

    /** The buttons without a tooltip. */
    public static List<String> withoutTip(Scene scene) {
        return FxThread.ask(() -> below(scene.getRoot())
                .filter(node ->
                        node instanceof ButtonBase && !(node instanceof CheckBox || node instanceof RadioButton))
                .map(ButtonBase.class::cast)
                .filter(button -> button.isFocusTraversable() && tip(button).isBlank())
                .map(button -> button + " in " + button.getParent())
                .toList());
    }

    /** All texts. */
    public static List<String> shown(Scene scene) {
        return FxThread.ask(() -> {
            layOut(scene);
            return texts(scene).map(Text::getText).toList();
        });
    }

    /** The texts that are shown shortened. */
    public static List<String> cut(Scene scene) {
        return FxThread.ask(() -> {
            layOut(scene);
            return texts(scene)
                    .filter(text -> text.getStyleClass().contains("text")
                            && text.getParent() instanceof Labeled label
                            && label.getText() != null
                            && !label.getText().strip().equals(text.getText().strip()))
                    .map(text -> text.getText() + " of " + ((Labeled) text.getParent()).getText())
                    .toList();
        });
    }

    /** The texts of what can be used that do not stand out from what is painted behind them. */
    public static List<String> pale(Scene scene) {
        return FxThread.ask(() -> {
            layOut(scene);
            return texts(scene)
                    .filter(text ->
                            text.getFill() instanceof Color && !text.getText().isBlank())
                    .filter(text -> opaque(text))
                    .filter(text -> contrast((Color) text.getFill(), behind(text.getParent(), scene)) < CONTRAST)
                    .map(text ->
                            "%s: %s on %s".formatted(text.getText(), text.getFill(), behind(text.getParent(), scene)))
                    .toList();
        });
    }

    private static void layOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static Stream<Text> texts(Scene scene) {
        return below(scene.getRoot()).filter(Text.class::isInstance).map(Text.class::cast);
    }

    /** What is disabled is pale on purpose. */
    private static boolean opaque(Node node) {
        return node == null || (node.getOpacity() == 1 && !node.isDisabled() && opaque(node.getParent()));
    }

    private static Color behind(Node node, Scene scene) {
        if (node == null) {
            return (Color) scene.getFill();
        }
        return topFill(node).orElseGet(() -> behind(node.getParent(), scene));
    }

    private static Optional<Color> topFill(Node node) {
        return node instanceof Region region && region.getBackground() != null
                ? region.getBackground().getFills().reversed().stream()
                        .map(BackgroundFill::getFill)
                        .filter(Color.class::isInstance)
                        .map(Color.class::cast)
                        .filter(Color::isOpaque)
                        .findFirst()
                : Optional.empty();
    }

    private static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static String tip(ButtonBase button) {
        return Optional.ofNullable(button.getTooltip()).map(Tooltip::getText).orElse("");
    }

    private static Stream<Node> below(Node node) {
        Stream<Node> children = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Looks::below)
                : Stream.empty();
        return node.isVisible() ? Stream.concat(Stream.of(node), children) : Stream.empty();
    }

    /** After the pulses in which the new state is styled: a page of the settings is styled in none of our own layouts. */
    private static Image picture(Scene scene) {
        WaitForAsyncUtils.waitForFxEvents();
        return FxThread.ask(() -> {
            layOut(scene);
            return scene.snapshot(null);
        });
    }

    private static int differences(Image a, Image b, Node node) {
        Bounds place = FxThread.ask(() -> node.localToScene(node.getLayoutBounds()));
        int count = 0;
        for (int y = from(place.getMinY()); y < to(place.getMaxY(), a.getHeight()); y++) {
            for (int x = from(place.getMinX()); x < to(place.getMaxX(), a.getWidth()); x++) {
                count += a.getPixelReader().getArgb(x, y) == b.getPixelReader().getArgb(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    private static int from(double edge) {
        return (int) Math.max(0, edge - 3);
    }

    private static int to(double edge, double end) {
        return (int) Math.min(end, edge + 3);
    }
}
