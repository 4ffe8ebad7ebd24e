package taskglass.ui;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import taskglass.engine.Engine;
import taskglass.task.ServerHealth;
import taskglass.ui.server.ServerChips;
import taskglass.words.Words;

/** The line at the foot of the window: the servers, the messages that wait for their parents, the counts. */
final class StatusBar {
    private final Engine engine;
    private final ServerChips servers;
    private final Hyperlink pending;
    private final Label counts;

    StatusBar(Engine engine, ServerChips servers, Hyperlink pending, Label counts) {
        this.engine = engine;
        this.servers = servers;
        this.pending = pending;
        this.counts = counts;
        engine.onPendingMessages(this::showPending);
        showPending();
    }

    void show(List<ServerHealth> health, Counts total) {
        servers.show(health);
        counts.setText(total.words());
    }

    private void showPending() {
        int waiting = engine.pendingMessages().size();
        pending.setText(Words.of("main.pending", waiting));
        pending.setVisible(waiting > 0);
    }
}
