package taskglass.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.engine.Engine;
import taskglass.engine.transcript.LiveTranscript;
import taskglass.lab.FxThread;
import taskglass.lab.HeldServer;
import taskglass.lab.Snapshot;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.ui.frame.Theme;

class DetailTabsTest {
    private static final double NARROWEST = 360;
    private static final List<String> KEYS =
            List.of("detail.output", "detail.timeline", "detail.todos", "detail.changes", "detail.prompt");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

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
                    DetailTabs tabs = new DetailTabs(
                            new SimpleObjectProperty<>(Instant.EPOCH), link -> {}, task -> List.of(), new VBox());
                    Optional<LiveTranscript> following =
                            engine.liveTranscripts().follow(new TaskKey(id, "ses_1"), touched -> {});
                    tabs.show(following);
                    return List.of(timeline(tabs), todos(tabs), prompt(tabs));
                }
            });
            assertThat(said).hasSize(3).containsOnly("Loading output");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void allFiveTabsAreInViewInTheNarrowestPane(String language) {
        ResourceBundle texts =
                ResourceBundle.getBundle("taskglass.text.messages", Locale.forLanguageTag(language), NO_FALLBACK);
        boolean menu = FxThread.ask(() -> {
            DetailTabs tabs = new DetailTabs(
                    new SimpleObjectProperty<>(Instant.EPOCH), link -> {}, task -> List.of(), new VBox());
            List<Tab> all = tabs.root().getTabs();
            for (int i = 0; i < KEYS.size(); i++) {
                all.get(i).setText(texts.getString(KEYS.get(i)));
            }
            all.get(2).setText(MessageFormat.format(texts.getString("detail.todos.count"), 12, 12));
            VBox content = new VBox(tabs.root());
            StackPane pane = new StackPane(content);
            pane.getStyleClass().add("detail");
            Scene scene = new Scene(pane, NARROWEST, 500);
            new Theme(new SimpleObjectProperty<>(false), Settings.of(SettingsFile.none(), Runnable::run)).style(scene);
            pane.applyCss();
            pane.layout();
            Snapshot.of(scene, "detail-tabs-" + language);
            return tabs.root().lookup(".control-buttons-tab").isVisible();
        });
        assertThat(menu).isFalse();
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
