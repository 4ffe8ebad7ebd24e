package taskglass.ui.detail;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import taskglass.settings.Settings;
import taskglass.ui.actions.PartKeys;

/**
 * Shows the details pane to the right of the table, or hides it. The pane keeps its width in pixels when the window is
 * resized. Saves the user's choice and the width. In a narrow window the pane would leave the table no room, and without
 * tasks it would be empty. In both cases it stays hidden until the user opens it.
 */
public final class DetailSplit {
    private static final String SECTION = "detail";
    private static final double NARROW = 960;

    /** The pane's width in pixels unless the user makes it wider: its five tabs fit. */
    private static final double LEAST = 360;

    /** What the pane leaves to the table: a status and a title. */
    private static final double TABLE = 372;

    /**
     * The user's choice. {@code width} is that of the pane in pixels, or 0 if the user has not chosen one. Older versions
     * save only {@code divider}: where the table ends, as a fraction of the whole width.
     */
    private record Choice(boolean shown, double divider, double width) {
        private static final Choice FIRST = new Choice(true, 0.69, 0);

        Choice shown(boolean now) {
            return new Choice(now, divider, width);
        }

        /** The same, with the width that an older version meant in a window of that width. */
        Choice inPixels(double whole) {
            double meant = divider == FIRST.divider ? LEAST : (1 - divider) * whole;
            return width > 0 ? this : new Choice(shown, divider, Math.max(LEAST, Math.rint(meant)));
        }
    }

    private final SplitPane split;
    private final DetailPane pane;
    private final Settings settings;
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private Choice choice;
    private boolean asked;
    private boolean anything;
    private boolean dragged;

    public DetailSplit(SplitPane split, DetailPane pane, Settings settings) {
        this.split = split;
        this.pane = pane;
        this.settings = settings;
        choice = settings.section(SECTION, Choice.class, Choice.FIRST);
        split.widthProperty().addListener((source, before, now) -> {
            if (narrow(before.doubleValue()) != narrow(now.doubleValue())) {
                asked = false;
            }
            place();
            keepWidth();
        });
        split.addEventFilter(MouseEvent.MOUSE_DRAGGED, e -> dragged |= isDivider(e.getTarget()));
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> rememberWidth());
        pane.root().setMinWidth(LEAST);
        SplitPane.setResizableWithParent(pane.root(), false);
    }

    /** The keys that move the divider. */
    public static PartKeys keys() {
        return DividerKeys.KEYS;
    }

    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Shows or hides the details pane. */
    public void toggle() {
        if (waits()) {
            asked = !shown.get();
        } else {
            choose(choice.shown(!shown.get()));
        }
        place();
    }

    /** Called with whether there is any task. */
    public void anything(boolean now) {
        if (now != anything) {
            anything = now;
            place();
        }
    }

    private boolean waits() {
        return narrow(split.getWidth()) || !anything;
    }

    private static boolean narrow(double width) {
        return width < NARROW;
    }

    private void place() {
        boolean now = split.getWidth() > 0 && (waits() ? asked : choice.shown);
        if (now == shown.get()) {
            return;
        }
        shown.set(now);
        if (now) {
            split.getItems().add(pane.root());
            DividerKeys.give(split, this::widen);
            keepWidth();
        } else {
            split.getItems().remove(pane.root());
        }
        pane.open(now);
    }

    /** Gives the pane its width, or as much of it as the table can spare. */
    private void keepWidth() {
        if (shown.get()) {
            choice = choice.inPixels(split.getWidth());
            double spare = Math.max(LEAST, split.getWidth() - TABLE);
            double width = Math.clamp(choice.width, LEAST, spare);
            pane.root().setMaxWidth(spare);
            split.setDividerPositions(1 - width / split.getWidth());
        }
    }

    private void widen(double by) {
        double most = Math.max(LEAST, split.getWidth() - TABLE);
        double width = Math.rint(Math.clamp(width() + by, LEAST, most));
        choose(new Choice(true, 1 - width / split.getWidth(), width));
        keepWidth();
    }

    private void rememberWidth() {
        if (dragged && shown.get()) {
            choose(new Choice(true, split.getDividerPositions()[0], Math.rint(width())));
            keepWidth();
        }
        dragged = false;
    }

    private double width() {
        return (1 - split.getDividerPositions()[0]) * split.getWidth();
    }

    private static boolean isDivider(Object target) {
        return target instanceof Node node && node.getStyleClass().contains("split-pane-divider");
    }

    private void choose(Choice now) {
        choice = now;
        settings.put(SECTION, now);
    }
}
