package taskglass.ui.window;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import taskglass.engine.Engine;
import taskglass.opencode.http.Credentials;
import taskglass.programs.AttachArguments;
import taskglass.programs.EditorCommand;
import taskglass.programs.ExternalPrograms;
import taskglass.programs.ProgramCommand;
import taskglass.programs.TerminalCommand;
import taskglass.settings.Preferences;
import taskglass.settings.Preferences.EditorChoice;
import taskglass.task.status.AgentTask;
import taskglass.text.Texts;
import taskglass.ui.actions.Action;
import taskglass.ui.actions.Action.Group;
import taskglass.ui.actions.Action.Reach;
import taskglass.ui.actions.Condition;
import taskglass.ui.settings.OpenFailureText;

/** The actions that open a task elsewhere: its folder in the file manager or an editor, its session in a terminal. */
final class OpenActions {
    private final Engine engine;
    private final Preferences preferences;
    private final DesktopAccess desktop;
    private final Consumer<String> failed;
    private final Condition local;

    /** @param failed receives a sentence about what could not be opened */
    OpenActions(Engine engine, Preferences preferences, DesktopAccess desktop, Consumer<String> failed) {
        this.engine = engine;
        this.preferences = preferences;
        this.desktop = desktop;
        this.failed = failed;
        LocalTasks tasks = new LocalTasks(engine);
        local = Condition.ONE
                .and(Condition.any(task -> !tasks.isMadeUp(task), "action.not.demo"))
                .and(Condition.any(tasks::has, "action.not.local"));
    }

    List<Action> list() {
        return List.of(
                of("open.folder", KeyCode.F, this::folder),
                of("open.editor", KeyCode.O, this::editor),
                of("open.terminal", KeyCode.T, this::terminal));
    }

    private void folder(AgentTask task) {
        desktop.programs().aside().execute(() -> {
            Optional<Path> folder = path(task).filter(Files::isDirectory);
            desktop.executor()
                    .execute(() -> folder.ifPresentOrElse(
                            there -> desktop.open(there.toUri()),
                            () -> failed.accept(
                                    Texts.of("open.NO_FOLDER", task.session().directory()))));
        });
    }

    private void editor(AgentTask task) {
        EditorChoice choice = preferences.editor();
        Path folder = path(task).orElseGet(() -> Path.of(""));
        open("editor", () -> new EditorCommand(desktop.programs().system()).of(choice, folder));
    }

    private void terminal(AgentTask task) {
        String custom = preferences.terminal();
        Path folder = path(task).orElseGet(() -> Path.of(""));
        Optional<Path> openCode = engine.ownOpenCode().installed();
        Map<String, String> environment = password(task);
        if (openCode.isEmpty()) {
            failed.accept(Texts.of("open.NO_OPENCODE"));
            return;
        }
        List<String> words = new ArrayList<>(List.of(openCode.get().toString()));
        words.addAll(AttachArguments.of(task.key(), task.session().directory()));
        open(
                "terminal",
                () -> new TerminalCommand(desktop.programs().system())
                        .of(custom, new ProgramCommand(words, folder, environment)));
    }

    /** Only this window knows the password of a server that it started. Every OpenCode reads one of these variables. */
    private Map<String, String> password(AgentTask task) {
        Optional<Credentials> known =
                engine.ownOpenCode().credentials(task.key().server());
        return known.map(credentials -> Map.of(
                        "OPENCODE_SERVER_USERNAME", credentials.user(),
                        "OPENCODE_SERVER_PASSWORD", credentials.password(),
                        "OPENCODE_PASSWORD", credentials.password()))
                .orElse(Map.of());
    }

    private void open(String what, ExternalPrograms.Building building) {
        desktop.programs()
                .open(building, why -> desktop.executor().execute(() -> failed.accept(OpenFailureText.of(what, why))));
    }

    /** Empty if the directory that the server names is not a valid path on this system. */
    private static Optional<Path> path(AgentTask task) {
        try {
            return Optional.of(Path.of(task.session().directory()));
        } catch (InvalidPathException notOfThisSystem) {
            return Optional.empty();
        }
    }

    private Action of(String id, KeyCode key, Consumer<AgentTask> action) {
        return new Action(
                id,
                Group.OPEN,
                Reach.TABLE,
                List.of(new KeyCodeCombination(key)),
                local,
                tasks -> action.accept(tasks.getFirst()));
    }
}
