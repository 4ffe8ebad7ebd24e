package taskglass.ui.detail;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import taskglass.settings.Settings;

/**
 * Shows the details pane to the right of the table, or hides it. Saves the user's choice and the width. In a narrow
 * window the pane would leave the table no room, and without tasks it would be empty. In both cases it stays hidden
 * until the user opens it.
 */
public final class DetailSplit {
    private static final String SECTION = "detail";
    private static final double NARROW = 960;

    /** Where the table ends in a narrow window. */
    private static final double BESIDE = 0.56;

    /** The user's choice. {@code divider} is where the table ends, as a fraction of the whole width. */
    private record Choice(boolean shown, double divider) {
        private static final Choice FIRST = new Choice(true, 0.69);
    }

    private final SplitPane split;
    private final DetailPane pane;
    private final Settings settings;
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private Choice choice;
    private boolean asked;
    private boolean anything;

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
        });
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> rememberDivider());
        SplitPane.setResizableWithParent(pane.root(), false);
    }

    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Shows or hides the details pane. */
    public void toggle() {
        if (waits()) {
            asked = !shown.get();
        } else {
            choose(new Choice(!shown.get(), choice.divider));
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
            split.setDividerPositions(narrow(split.getWidth()) ? BESIDE : Math.clamp(choice.divider, 0.2, 0.8));
        } else {
            split.getItems().remove(pane.root());
        }
        pane.open(now);
    }

    private void rememberDivider() {
        if (shown.get() && !narrow(split.getWidth())) {
            choose(new Choice(true, split.getDividerPositions()[0]));
        }
    }

    private void choose(Choice now) {
        choice = now;
        settings.put(SECTION, now);
    }
}
