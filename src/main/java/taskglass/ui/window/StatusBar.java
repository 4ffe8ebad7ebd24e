package taskglass.ui.window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import taskglass.engine.Engine;
import taskglass.task.status.ServerHealth;
import taskglass.task.store.StoreDiff;
import taskglass.text.Texts;
import taskglass.ui.server.ServerChips;

/**
 * The status bar at the bottom of the window: servers, messages waiting for their parents, task counts, and today's
 * cost.
 */
final class StatusBar {
    private final Engine engine;
    private final ObservableValue<Instant> clock;
    private final ServerChips servers;
    private final Hyperlink pending;
    private final Label counts;
    private final ZoneId zone = ZoneId.systemDefault();
    private final TodaysCost todaysCost;

    StatusBar(Engine engine, ObservableValue<Instant> clock, ServerChips servers, Hyperlink pending, Label counts) {
        this.engine = engine;
        this.clock = clock;
        this.servers = servers;
        this.pending = pending;
        this.counts = counts;
        todaysCost = new TodaysCost(engine.store(), zone);
        counts.setTooltip(new Tooltip(Texts.of("counts.tip")));
        counts.setAccessibleHelp(Texts.of("counts.tip"));
        engine.parentMessages().onChange(this::showPending);
        showPending();
    }

    /** Follows the store. */
    void apply(StoreDiff diff) {
        todaysCost.apply(diff);
    }

    void show(List<ServerHealth> health, TaskCounts total) {
        servers.show(health);
        String spent = todaysCost.text(LocalDate.ofInstant(clock.getValue(), zone));
        counts.setText(spent.isEmpty() ? total.text() : total.text() + " · " + spent);
    }

    private void showPending() {
        int waiting = engine.parentMessages().pending().size();
        pending.setText(Texts.of("main.pending", waiting));
        pending.setVisible(waiting > 0);
    }
}
