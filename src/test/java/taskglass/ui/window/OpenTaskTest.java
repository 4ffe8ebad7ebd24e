package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.engine.Engine;
import taskglass.lab.Around;
import taskglass.lab.FxThread;
import taskglass.lab.Looks;
import taskglass.lab.Loopback;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.programs.ExternalPrograms;
import taskglass.programs.HostSystem;
import taskglass.programs.ProgramCommand;
import taskglass.settings.Preferences;
import taskglass.settings.Preferences.Editor;
import taskglass.settings.Preferences.EditorChoice;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.ServerId;
import taskglass.ui.actions.IconAction;

/** A task is opened in an editor and in a terminal, from a window over a server whose session has a hostile name. */
@DisabledOnOs(OS.WINDOWS)
class OpenTaskTest extends ApplicationTest {
    private final List<ProgramCommand> started = new CopyOnWriteArrayList<>();
    private final List<String> documents = new CopyOnWriteArrayList<>();
    private final Settings settings = Settings.of(SettingsFile.none(), Runnable::run);
    private final Preferences preferences = new Preferences(settings);

    @TempDir
    private Path home;

    private Path folder;
    private Path bin;
    private Stage stage;
    private Loopback server;
    private Engine engine;

    @Override
    public void start(Stage primary) {
        stage = new Stage();
    }

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectories(home.resolve("it's $(id) -rf"));
        bin = Files.createDirectories(home.resolve("bin"));
        server = new Loopback();
        server.answer("/global/health", "{\"healthy\":true,\"version\":\"1.18.33\"}");
        server.answer(
                "/experimental/session",
                "[{'id':'ses_1','title':'`touch x`','directory':'@','time':{'created':1,'updated':2}}]"
                        .replace("'", "\"")
                        .replace("@", folder.toString()));
        HostSystem system = new HostSystem(HostSystem.Kind.LINUX, Map.of("PATH", bin.toString()), home);
        DesktopAccess desktop = new DesktopAccess(documents::add, waiting -> {})
                .with(new ExternalPrograms(system, Runnable::run, started::add, Optional.empty()));
        LocalOpenCode local =
                new LocalOpenCode(new OpenCodeInstall(Map.of("PATH", bin.toString()), home, false), Map.of());
        engine = FxThread.ask(() -> new Engine(Clock.systemUTC(), FxThread.executor(), local));
        interact(() -> {
            MainWindow window =
                    new MainWindow(stage, engine, new SimpleObjectProperty<>(Instant.EPOCH), desktop, settings);
            stage.setX(10);
            stage.setY(10);
            stage.setWidth(980);
            stage.setHeight(650);
            window.show();
        });
    }

    @AfterEach
    void close() {
        interact(() -> {
            new DesktopAccess().hideAll();
            engine.close();
        });
        server.close();
    }

    @Test
    void theEditorGetsTheFolderAsOneWord() {
        install("code");
        watchAndSelect(server.baseUrl());
        pushKey(KeyCode.O);
        assertThat(awaitStarted().words()).containsExactly(bin.resolve("code").toString(), folder.toString());
    }

    @Test
    void theCommandOfTheSettingsGetsItToo() {
        preferences.editor(new EditorChoice(Editor.COMMAND, "mine --in={folder} -n"));
        watchAndSelect(server.baseUrl());
        fire("#open-editor");
        assertThat(awaitStarted().words()).containsExactly("mine", "--in=" + folder, "-n");
    }

    @Test
    void theTerminalAttachesToTheSession() {
        install("konsole");
        install("opencode");
        watchAndSelect(server.baseUrl());
        fire("#open-terminal");
        assertThat(awaitStarted().words())
                .containsExactly(
                        bin.resolve("konsole").toString(),
                        "--workdir",
                        folder.toString(),
                        "-e",
                        bin.resolve("opencode").toString(),
                        "attach",
                        FxThread.ask(() -> engine.servers().getFirst().url()),
                        "-s",
                        "ses_1",
                        "--dir",
                        folder.toString());
    }

    @Test
    void theFolderIsShownInTheFileManager() {
        watchAndSelect(server.baseUrl());
        pushKey(KeyCode.F);
        FxThread.until("it is opened", () -> !documents.isEmpty());
        assertThat(documents).containsExactly(folder.toUri().toString());
    }

    @Test
    void whatIsMissingIsSaidWithAWayOut() {
        watchAndSelect(server.baseUrl());
        pushKey(KeyCode.O);
        awaitText("No editor was found: neither VS Code, IntelliJ IDEA nor Zed. Name one in Settings.");
        pushKey(KeyCode.T);
        awaitText("OpenCode is not installed on this computer");
    }

    @Test
    void whereItsServerIsNoProcessOfThisComputerNothingCanBeOpenedAndTheTooltipSaysWhy() {
        watchAndSelect(server.baseUrl());
        interact(() -> engine.discovery().startWithProcesses(Around.processes(pid -> false)));
        FxThread.until(
                "the tooltip says it",
                () -> node("#open-editor") != null
                        && ((IconAction) node("#open-editor").getParent())
                                .tooltip()
                                .equals("Its server runs on another computer"));
        moveTo(node("#open-editor"));
        FxThread.until("it is disabled", () -> node("#open-editor").isDisabled());
        assertThat(node("#open-terminal").isDisabled()).isTrue();
    }

    @Test
    void theMenuOfTheRowSaysTheWholeReason() {
        watchAndSelect(server.baseUrl());
        interact(() -> engine.discovery().startWithProcesses(Around.processes(pid -> false)));
        FxThread.until(
                "processes are known", () -> engine.store().processes().found().isPresent());
        ContextMenu menu = FxThread.ask(() -> {
            TreeTableRow<?> row =
                    (TreeTableRow<?>) stage.getScene().getRoot().lookupAll(".tree-table-row-cell").stream()
                            .filter(there -> ((TreeTableRow<?>) there).isSelected())
                            .findFirst()
                            .orElseThrow();
            row.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, false, null));
            row.getContextMenu().show(stage, 20, 20);
            return row.getContextMenu();
        });
        assertThat(texts(menu.getScene().getRoot())).contains("Its server runs on another computer");
        assertThat(Looks.cut(menu.getScene())).isEmpty();
    }

    private List<String> texts(Parent root) {
        return FxThread.ask(() -> root.lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .toList());
    }

    private void watchAndSelect(String url) {
        interact(() -> engine.watch(new Connection(new Endpoint(new ServerId(url), Optional.empty()))));
        FxThread.until("it is listed", () -> engine.store().tasks().size() == 1);
        FxThread.until("its details are shown", () -> {
            TreeTableView<?> table = (TreeTableView<?>) node("#tasks");
            table.getSelectionModel().select(0);
            return table.getSelectionModel().getSelectedItems().size() == 1 && node("#open-editor") != null;
        });
    }

    private void install(String program) {
        try {
            Path file = Files.writeString(bin.resolve(program), "#!/bin/sh\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ProgramCommand awaitStarted() {
        FxThread.until("it is started", () -> !started.isEmpty());
        return started.getFirst();
    }

    private void fire(String button) {
        FxThread.until(
                button + " can be pressed",
                () -> node(button) != null && !node(button).isDisabled());
        interact(() -> ((Button) node(button)).fire());
    }

    private void awaitText(String words) {
        FxThread.until(
                "it says " + words,
                () -> stage.getScene().getRoot().lookupAll(".label").stream()
                        .anyMatch(label -> label instanceof Label there
                                && String.valueOf(there.getText()).contains(words)));
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    private void pushKey(KeyCode key) {
        interact(() -> Event.fireEvent(
                node("#tasks"), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
    }
}
