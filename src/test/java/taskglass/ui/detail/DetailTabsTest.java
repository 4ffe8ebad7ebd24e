package taskglass.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;
import taskglass.engine.Engine;
import taskglass.engine.transcript.LiveTranscript;
import taskglass.lab.FxThread;
import taskglass.lab.HeldServer;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;

class DetailTabsTest {
    /** All in one turn of the JavaFX thread, in which no answer can come. */
    @Test
    void noTabSaysThatThereIsNothingBeforeItHasBeenRead() throws IOException {
        try (HeldServer server = new HeldServer()) {
            List<String> said = FxThread.ask(() -> {
                LocalOpenCode none =
                        new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
                try (Engine engine = new Engine(Clock.systemUTC(), FxThread.executor(), none)) {
                    ServerId id = new ServerId(server.baseUrl());
                    engine.watch(new Connection(new Endpoint(id, Optional.empty())));
                    DetailTabs tabs = new DetailTabs(new SimpleObjectProperty<>(Instant.EPOCH), link -> {});
                    Optional<LiveTranscript> following =
                            engine.liveTranscripts().follow(new TaskKey(id, "ses_1"), touched -> {});
                    tabs.show(following);
                    return List.of(timeline(tabs), todos(tabs), prompt(tabs));
                }
            });
            assertThat(said).hasSize(3).containsOnly("Loading output");
        }
    }

    private static String timeline(DetailTabs tabs) {
        Label none = (Label) open(tabs, "timeline-tab").getContent().lookup(".detail-empty");
        return none.getText();
    }

    private static String todos(DetailTabs tabs) {
        ListView<?> list = (ListView<?>) open(tabs, "todos-tab").getContent();
        return ((Label) list.getPlaceholder()).getText();
    }

    private static String prompt(DetailTabs tabs) {
        TextArea text = (TextArea) open(tabs, "prompt-tab").getContent().lookup("#prompt-text");
        return text.getText();
    }

    private static Tab open(DetailTabs tabs, String id) {
        Tab tab = tabs.root().getTabs().stream()
                .filter(one -> one.getId().equals(id))
                .findFirst()
                .orElseThrow();
        tabs.root().getSelectionModel().select(tab);
        return tab;
    }
}
