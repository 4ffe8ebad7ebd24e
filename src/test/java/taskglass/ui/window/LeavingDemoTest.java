package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.control.Hyperlink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;

/** The way out of the demo. */
class LeavingDemoTest extends WindowOverDemo {
    @BeforeEach
    void showDemo() {
        interact(() -> {
            window.show();
            engine.discovery().offerDemo(this::connection);
            engine.discovery()
                    .onLeavingDemo(() -> engine.watch(new Connection(new Endpoint(nowhere(), Optional.empty()))));
            engine.discovery().showDemo();
        });
        FxThread.until("all is read", this::allIsRead);
    }

    @Test
    void aLinkInTheStatusBarLeavesTheDemoAndWatchesTheUsersOwnServersInItsPlace() {
        Hyperlink leave = FxThread.ask(() -> stage.getScene().getRoot().lookupAll(".status-bar .hyperlink").stream()
                .map(Hyperlink.class::cast)
                .filter(link -> link.getText().equals("Leave the demo"))
                .findFirst()
                .orElseThrow());
        interact(leave::fire);
        FxThread.until("its tasks are gone", () -> engine.store().tasks().isEmpty());
        assertThat(FxThread.ask(() -> engine.servers())).containsExactly(nowhere());
        assertThat(FxThread.ask(() -> engine.discovery().offersDemo())).isTrue();
    }
}
