package taskglass.ui.detail.output;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Keeps a growing list scrolled to its end until the user scrolls away. At the end again, it resumes. */
final class EndFollower {
    /** The heights of rows never shown are estimates, so reaching the end may take several layouts. */
    private static final int TRIES = 6;

    private static final double TOP = 0.001;

    private final ListView<OutputRow> list;
    private final Runnable atTop;
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final Runnable afterLayout = this::scrollAgain;
    private boolean moved;
    private int tries;
    private boolean wired;
    private boolean undecided;

    EndFollower(ListView<OutputRow> list, Runnable atTop) {
        this.list = list;
        this.atTop = atTop;
        list.addEventFilter(ScrollEvent.SCROLL, e -> moved = true);
        list.addEventFilter(KeyEvent.KEY_PRESSED, e -> moved = true);
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> moved = true);
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, e -> moved = true);
        list.getItems().addListener((ListChangeListener<OutputRow>) c -> grown());
        list.heightProperty().addListener((source, before, now) -> grown());
        list.widthProperty().addListener((source, before, now) -> grown());
        list.skinProperty().addListener((source, before, now) -> wired = false);
        list.sceneProperty().addListener((source, before, now) -> {
            if (before != null) {
                before.removePostLayoutPulseListener(afterLayout);
            }
            if (now != null) {
                now.addPostLayoutPulseListener(afterLayout);
            }
        });
    }

    ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    /** Scrolls to the end and stays there. */
    void follow() {
        following.set(true);
        grown();
    }

    /** Scrolls to a row, unless it is in view, and no longer follows the end. */
    void show(int row) {
        following.set(false);
        list.layout();
        VirtualFlow<?> flow = flow();
        boolean inView = flow != null
                && flow.getFirstVisibleCell() != null
                && flow.getFirstVisibleCell().getIndex() < row
                && flow.getLastVisibleCell().getIndex() > row;
        if (!inView) {
            list.scrollTo(row);
        }
    }

    /** After {@link #show}: follows again if the end is in view anyway, once the list is laid out. */
    void followIfAtEnd() {
        undecided = true;
        list.requestLayout();
    }

    /** The first row in view, 0 if none is. */
    int firstInView() {
        VirtualFlow<?> flow = flow();
        return flow == null || flow.getFirstVisibleCell() == null
                ? 0
                : flow.getFirstVisibleCell().getIndex();
    }

    /** Makes a change where the user is looking, without scrolling to the end. */
    void hold(Runnable change) {
        boolean was = following.get();
        following.set(false);
        change.run();
        list.layout();
        following.set(was && atEnd());
    }

    /** Changes rows, possibly above the visible ones, and keeps the visible rows where they are. */
    void keepPlace(Runnable change) {
        VirtualFlow<?> flow = flow();
        OutputRow top = following.get() || flow == null || flow.getFirstVisibleCell() == null
                ? null
                : (OutputRow) flow.getFirstVisibleCell().getItem();
        int before = top == null ? -1 : flow.getFirstVisibleCell().getIndex();
        change.run();
        if (top != null && !at(before, top)) {
            int now = list.getItems().indexOf(top);
            if (now >= 0) {
                list.scrollTo(now);
            }
        }
    }

    private boolean at(int index, OutputRow outputRow) {
        return index < list.getItems().size()
                && list.getItems().get(index).place().equals(outputRow.place());
    }

    private void grown() {
        if (following.get()) {
            moved = false;
            tries = TRIES;
            list.requestLayout();
        }
    }

    /** Called after a layout of the list. Tries again if that did not reach the end. */
    private void scrollAgain() {
        wire();
        if (undecided) {
            undecided = false;
            following.set(following.get() || atEnd());
        }
        if (tries > 0 && following.get()) {
            tries = atEnd() ? 0 : tries - 1;
            VirtualFlow<?> flow = flow();
            if (tries > 0 && flow != null) {
                list.scrollTo(list.getItems().size() - 1);
                flow.setPosition(1);
                list.requestLayout();
            }
        }
    }

    /** Whether the last row is completely visible. */
    private boolean atEnd() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> last = flow == null ? null : flow.getLastVisibleCell();
        return last == null
                || (last.getIndex() == list.getItems().size() - 1
                        && last.getLayoutY() + last.getHeight() <= flow.getHeight() + 1);
    }

    /** The scroll bar exists only after the list has been laid out. */
    private void wire() {
        if (!wired) {
            bar().ifPresent(bar -> {
                wired = true;
                bar.valueProperty().addListener((source, before, now) -> scrolled());
            });
        }
    }

    private void scrolled() {
        if (moved) {
            moved = false;
            following.set(atEnd());
            if (bar().filter(bar -> bar.getValue() <= TOP).isPresent()) {
                atTop.run();
            }
        }
    }

    private Optional<ScrollBar> bar() {
        return list.lookupAll(".scroll-bar").stream()
                .filter(node -> node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL)
                .map(ScrollBar.class::cast)
                .findFirst();
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) list.lookup(".virtual-flow");
    }
}
