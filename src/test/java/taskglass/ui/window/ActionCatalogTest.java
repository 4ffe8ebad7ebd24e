package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.engine.AddedServers;
import taskglass.engine.Engine;
import taskglass.lab.FxThread;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.Keychain;
import taskglass.settings.Preferences;
import taskglass.settings.ServerList;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.text.Texts;
import taskglass.ui.actions.Action;
import taskglass.ui.actions.Action.Reach;
import taskglass.ui.actions.Actions;
import taskglass.ui.actions.KeyText;
import taskglass.ui.actions.UndoBar;
import taskglass.ui.frame.Dialogs;
import taskglass.ui.frame.Theme;
import taskglass.ui.help.Help;
import taskglass.ui.server.ServerCommands;
import taskglass.ui.table.RowActions;
import taskglass.ui.table.TaskTable;

/** The list of everything that can be done, as a list. */
class ActionCatalogTest extends ApplicationTest {
    private Engine engine;
    private List<Action> actions;

    @Override
    public void start(Stage stage) {
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        engine = new Engine(Clock.systemUTC(), FxThread.executor(), none);
        Settings settings = Settings.of(SettingsFile.none(), Runnable::run);
        Theme theme = new Theme(new SimpleObjectProperty<>(false), settings);
        SimpleObjectProperty<Instant> clock = new SimpleObjectProperty<>(Instant.EPOCH);
        Dialogs dialogs = new Dialogs(stage, theme);
        Help help = new Help(dialogs, page -> {});
        WindowCommands windowCommands = new WindowCommands(engine, clock, dialogs, settings, new DesktopAccess(), help);
        TaskTable table = new TaskTable(engine.store(), clock, RowActions.NONE);
        List<Action> listed = new ActionCatalog(
                        windowCommands,
                        table,
                        new UndoBar(clock, keys -> {}),
                        () -> true,
                        new ActionCatalog.Focus(() -> {}, () -> {}, () -> {}))
                .list(() -> {
                    throw new AssertionError("nothing is done here");
                });
        AddedServers added = new AddedServers(engine, new ServerList(settings), Keychain.none(), FxThread.executor());
        List<Action> settingsActions = new SettingsActions(
                        ServerCommands.of(engine, added, dialogs, clock),
                        theme,
                        settings,
                        new Preferences(settings),
                        new DesktopAccess(),
                        List::of)
                .list();
        List<Action> opening =
                new OpenActions(engine, new Preferences(settings), new DesktopAccess(), sentence -> {}).list();
        actions = Actions.inOrder(listed, settingsActions, opening);
    }

    @AfterEach
    void close() {
        interact(engine::close);
    }

    @Test
    void eachActionHasANameInWords() {
        assertThat(actions).allMatch(action -> Texts.all().containsKey("action." + action.id()));
        assertThat(actions).allMatch(action -> Texts.all().containsKey("keys.group." + action.group()));
    }

    @Test
    void noTwoActionsHaveTheSameId() {
        assertThat(actions).extracting(Action::id).doesNotHaveDuplicates();
    }

    @Test
    void noKeysDoTwoThings() {
        assertThat(actions.stream().flatMap(action -> action.keys().stream()).map(KeyText::of))
                .doesNotHaveDuplicates();
    }

    @Test
    void eachActionHasKeysButThoseThatTellOfTheProgramItself() {
        assertThat(actions).allMatch(action -> action.keys().isEmpty() == (action.group() == Action.Group.HELP));
    }

    @Test
    void keysWithoutControlWorkOnlyInTheTable() {
        assertThat(actions.stream()
                        .filter(action -> action.reach() == Reach.WINDOW)
                        .flatMap(action -> action.keys().stream())
                        .filter(keys -> keys.getShortcut() != KeyCombination.ModifierValue.DOWN)
                        .map(KeyText::of))
                .containsExactlyInAnyOrder("F5", "?", "F1");
    }

    @Test
    void withNothingSelectedEachActionThatNeedsATaskSaysWhatItNeeds() {
        List<String> open = FxThread.ask(() -> actions.stream()
                .filter(action -> action.refusal(List.of()).isEmpty())
                .map(Action::id)
                .toList());
        assertThat(open)
                .containsExactly(
                        "launch",
                        "retry.servers",
                        "pending",
                        "opencode.start",
                        "palette",
                        "filter",
                        "attention",
                        "details",
                        "keys",
                        "settings",
                        "server.add",
                        "permissions",
                        "theme",
                        "documentation",
                        "notices",
                        "about");
    }
}
