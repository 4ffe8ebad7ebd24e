package taskglass.ui.filter;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.settings.Settings;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;
import taskglass.text.Amounts;
import taskglass.text.Texts;
import taskglass.ui.actions.PartKeys;

/** The segments with their counts and the field for terms. Together they decide which tasks are shown. */
public final class FilterBar {
    /** The style of a segment that contains tasks. */
    private static final PseudoClass ANY = PseudoClass.getPseudoClass("any");

    private final TaskStore store;
    private final SegmentCounts segmentCounts;
    private final FilterField field;
    private final SavedChips saved;
    private final HBox segments = new HBox();
    private final Map<Segment, ToggleButton> buttons = new EnumMap<>(Segment.class);
    private final Consumer<Filter> changed;
    private Filter filter = Filter.NONE;

    /** {@code changed} receives each new filter. */
    public FilterBar(TaskStore store, Settings settings, Consumer<Filter> changed) {
        this.store = store;
        this.changed = changed;
        segmentCounts = new SegmentCounts(store);
        saved = new SavedChips(settings, this::type, this::focus);
        field = new FilterField(store::tasks, this::type, saved::keep);
        ToggleGroup one = new ToggleGroup();
        segments.getStyleClass().add("segments");
        segments.setMinWidth(Region.USE_PREF_SIZE);
        for (Segment segment : Segment.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("segment-" + segment.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(one);
            button.setTooltip(new Tooltip(Texts.of("filter.tip." + segment, "is:" + segment.id())));
            button.setOnAction(e -> choose(segment));
            buttons.put(segment, button);
            segments.getChildren().add(button);
        }
        FontIcon flag = new FontIcon(BootstrapIcons.FLAG_FILL);
        buttons.get(Segment.NEEDS_YOU).setGraphic(flag);
        count();
    }

    /** The keys that work while the focus is in the field. */
    public static PartKeys keys() {
        return FilterField.KEYS;
    }

    public Region field() {
        return field.root();
    }

    /** The width in which all that is typed into the field can be read. */
    public ReadOnlyDoubleProperty fieldWidth() {
        return field.wantedWidth();
    }

    public Node segments() {
        return segments;
    }

    /** The filters that the user saved. */
    public Node saved() {
        return saved.root();
    }

    public Filter filter() {
        return filter;
    }

    /** Follows the store. */
    public void apply(StoreDiff diff) {
        if (segmentCounts.apply(diff)) {
            count();
        }
    }

    /** {@code listener} moves the focus to what the filter shows. */
    public void onLeave(Runnable listener) {
        field.onLeave(listener);
    }

    /** Moves the focus to the filter field. */
    public void focus() {
        field.focus();
    }

    /** Shows all tasks again. */
    public void clear() {
        choose(Segment.ALL);
        field.type("");
    }

    /** Shows what matches this text, as if the user had typed it. */
    public void type(String text) {
        field.type(text);
        if (!filter.query().text().equals(text.strip())) {
            Query query = Query.of(text);
            segmentCounts.recount(query);
            put(new Filter(filter.segment(), query));
        }
    }

    public void choose(Segment segment) {
        put(new Filter(segment, filter.query()));
    }

    private void put(Filter next) {
        boolean differs = !next.equals(filter);
        filter = next;
        count();
        if (differs) {
            changed.accept(next);
        }
    }

    private void count() {
        buttons.forEach((segment, button) -> {
            int tasks = segmentCounts.of(segment);
            boolean complete = segmentCounts.isComplete(segment);
            String name = Texts.of("filter." + segment);
            button.setText(name + " " + count(tasks, complete));
            button.setAccessibleText(
                    Texts.of(complete ? "filter.segment.accessible" : "filter.segment.unread", name, tasks));
            button.setSelected(segment == filter.segment());
            button.pseudoClassStateChanged(ANY, tasks > 0);
        });
    }

    private static String count(int tasks, boolean complete) {
        if (complete) {
            return Amounts.number(tasks);
        }
        return tasks == 0 ? "…" : Texts.of("at.least", Amounts.number(tasks));
    }

    /** The text that explains why nothing is shown although there are tasks. */
    public String nothing() {
        int tasks = store.tasks().size();
        boolean typed = !filter.query().text().isEmpty();
        String why = typed
                ? Texts.of("filter.nothing.text", tasks, filter.query().text())
                : Texts.of("filter.nothing.segment", tasks, Texts.of("filter." + filter.segment()));
        return filter.query()
                .unknownField()
                .map(name -> why + " " + Texts.of("filter.unknown", name, Field.all()))
                .orElse(why);
    }
}
