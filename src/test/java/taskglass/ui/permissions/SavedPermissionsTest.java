package taskglass.ui.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.engine.Engine;
import taskglass.lab.FxThread;
import taskglass.lab.OpenCode2;
import taskglass.lab.OpenCode2Location;
import taskglass.lab.Snapshot;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.ServerId;
import taskglass.ui.frame.Theme;

/** The dialog of what was allowed for good, over a scripted server of 2.x. */
class SavedPermissionsTest extends ApplicationTest {
    private static final String SAVED = "/api/permission/saved";
    private static final String PARSER = "/home/dev/parser";
    private static final String PRINTER = "/home/dev/printer";

    private final LocalOpenCode none =
            new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
    private final List<String> questions = new ArrayList<>();
    private boolean answer = true;
    private OpenCode2 server;
    private OpenCode2Location stored;
    private Engine engine;
    private SavedPermissionsController dialog;
    private Theme theme;
    private Scene scene;

    @Override
    public void start(Stage primary) {}

    @BeforeEach
    void watch() throws IOException {
        server = new OpenCode2();
        stored = server.location();
        server.agents().session("Port the parser", PARSER);
        server.agents().session("Port the printer", PRINTER);
        Endpoint endpoint = new Endpoint(
                new ServerId(server.baseUrl()), Optional.of(new Credentials("opencode", OpenCode2.PASSWORD)));
        engine = FxThread.ask(() -> new Engine(Clock.systemUTC(), FxThread.executor(), none));
        interact(() -> engine.watch(new Connection(endpoint)));
        awaitTasks(2);
        dialog = FxThread.ask(() -> new SavedPermissionsController(engine, this::confirm));
        theme = FxThread.ask(
                () -> new Theme(new SimpleObjectProperty<>(false), Settings.of(SettingsFile.none(), Runnable::run)));
        scene = FxThread.ask(() -> new Scene(new VBox(dialog.filter(), dialog.root())));
        interact(() -> theme.style(scene));
    }

    @AfterEach
    void close() {
        interact(() -> {
            dialog.closed();
            engine.close();
        });
        server.close();
    }

    @Test
    void theyAreListedByProject() {
        stored.save(PARSER, "shell", "make *");
        stored.save(PRINTER, "webfetch", "*");
        open();
        awaitTexts(PARSER, "make *");
        awaitTexts(PRINTER, "everything");
    }

    @Test
    void aProjectOfSeveralDirectoriesIsListedOnce() {
        stored.join(PRINTER, PARSER);
        stored.save(PARSER, "shell", "make *");
        open();
        awaitTexts(PARSER + " and 1 more directory");
        assertThat(texts().stream().filter("make *"::equals)).hasSize(1);
    }

    @Test
    void whatIsRevokedGoesFromTheServerAndFromTheList() {
        String rule = stored.save(PARSER, "shell", "make *");
        open();
        awaitTexts("make *");
        interact(() -> ((Button) dialog.root().lookup(".permission-project .button")).fire());
        awaitTexts("Nothing is stored");
        assertThat(server.posted()).contains("DELETE " + SAVED + "/" + rule + " {}");
    }

    @Test
    void afterARevokeTheFocusIsOnTheNextRowAndAtLastInTheFilter() {
        stored.save(PARSER, "shell", "make *");
        stored.save(PARSER, "edit", "src/**");
        open();
        awaitTexts("make *", "src/**");
        interact(() -> revokeButtons().getFirst().requestFocus());
        interact(() -> revokeButtons().getFirst().fire());
        FxThread.until("one is left", () -> revokeButtons().size() == 1);
        assertThat(FxThread.ask(scene::getFocusOwner)).isEqualTo(revokeButtons().getFirst());
        interact(() -> revokeButtons().getFirst().fire());
        awaitTexts("Nothing is stored");
        assertThat(FxThread.ask(scene::getFocusOwner)).isEqualTo(dialog.filter());
    }

    @Test
    void allOfAProjectAreRevokedAtOnceAfterAQuestion() {
        stored.save(PARSER, "shell", "make *");
        stored.save(PARSER, "edit", "src/**");
        stored.save(PRINTER, "webfetch", "*");
        open();
        awaitTexts("make *", "src/**", "everything");
        answer = false;
        interact(() -> revokeAll().fire());
        assertThat(questions)
                .containsExactly("Revoke both permissions for " + PARSER + "? Agents ask again afterward.");
        assertThat(texts()).contains("make *", "src/**");
        answer = true;
        interact(() -> revokeAll().fire());
        FxThread.until(
                "those of the other project are left",
                () -> !texts().contains("make *") && !texts().contains("src/**"));
        assertThat(texts()).contains("everything");
    }

    @Test
    void theFilterNarrowsThemByTheirWords() {
        stored.save(PARSER, "shell", "make *");
        stored.save(PARSER, "edit", "src/**");
        stored.save(PRINTER, "webfetch", "*");
        open();
        awaitTexts("make *", "src/**", "everything");
        filter("parser shell");
        assertThat(texts()).contains("make *").doesNotContain("src/**", "everything");
        filter("nobody");
        assertThat(texts()).contains("No saved permission matches “nobody”.");
        filter("");
        assertThat(texts()).contains("make *", "src/**", "everything");
    }

    @Test
    void whatIsGoneAlreadyIsSaidAndTheRestStays() {
        String rule = stored.save(PARSER, "shell", "make *");
        open();
        awaitTexts("make *");
        stored.take(rule);
        interact(() -> ((Button) dialog.root().lookup(".permission-project .button")).fire());
        awaitTexts("refused (404)");
    }

    @Test
    void aDirectoryThatHasGoneHidesNoOther() {
        stored.save(PRINTER, "webfetch", "*");
        stored.remove(PARSER);
        open();
        awaitTexts(PRINTER, "everything");
        assertThat(texts()).noneMatch(text -> text.contains("refused"));
    }

    @Test
    void nothingIsAskedBeforeItOpens() {
        assertThat(asked()).isEmpty();
        open();
        awaitTexts("Nothing is stored");
        assertThat(asked())
                .containsExactly(SAVED + "?location[directory]=" + PARSER, SAVED + "?location[directory]=" + PRINTER);
    }

    @Test
    void nothingMoreIsAskedOnceItIsClosed() {
        IntStream.range(0, 38).forEach(number -> server.agents().session("Session " + number, "/home/dev/" + number));
        server.dropStreams();
        awaitTasks(40);
        interact(() -> {
            dialog.opened();
            dialog.closed();
        });
        FxThread.until("the one that was under way is answered", () -> asked().size() == 1);
        interact(() -> {});
        assertThat(asked()).hasSize(1);
    }

    @Test
    void itIsPaintedInBothThemes() {
        stored.save(PARSER, "shell", "make *");
        stored.save(PARSER, "edit", "src/main/java/**");
        stored.save(PRINTER, "webfetch", "*");
        open();
        awaitTexts("everything");
        assertThat(Snapshot.of(scene, "saved-permissions-light")).isGreaterThan(20);
        interact(theme::toggle);
        assertThat(Snapshot.of(scene, "saved-permissions-dark")).isGreaterThan(20);
    }

    private boolean confirm(String question) {
        questions.add(question);
        return answer;
    }

    private List<Button> revokeButtons() {
        return dialog.root().lookupAll(".permission-project .button").stream()
                .map(Button.class::cast)
                .toList();
    }

    private Hyperlink revokeAll() {
        return (Hyperlink) dialog.root().lookup(".permission-head .hyperlink");
    }

    private void filter(String words) {
        interact(() -> dialog.filter().setText(words));
    }

    private void open() {
        interact(dialog::opened);
    }

    private void awaitTasks(int count) {
        FxThread.until("all are listed", () -> engine.store().tasks().size() == count);
    }

    private void awaitTexts(String... words) {
        FxThread.until(
                "it says " + List.of(words),
                () -> List.of(words).stream().allMatch(word -> texts().stream().anyMatch(text -> text.contains(word))));
    }

    private List<String> texts() {
        dialog.root().applyCss(); // what scrolls has no labels before
        dialog.root().layout();
        return dialog.root().lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(label -> ((Label) label).getText())
                .toList();
    }

    private List<String> asked() {
        return server.asked().stream().filter(path -> path.startsWith(SAVED)).toList();
    }
}
