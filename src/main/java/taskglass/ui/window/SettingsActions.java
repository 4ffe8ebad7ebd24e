package taskglass.ui.window;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import taskglass.release.UpdateChoice;
import taskglass.settings.Preferences;
import taskglass.settings.Settings;
import taskglass.task.status.AgentTask;
import taskglass.ui.actions.Action;
import taskglass.ui.actions.Action.Group;
import taskglass.ui.actions.Action.Reach;
import taskglass.ui.actions.Condition;
import taskglass.ui.frame.Dialogs;
import taskglass.ui.frame.Theme;
import taskglass.ui.server.MdnsSetting;
import taskglass.ui.server.ServerCommands;
import taskglass.ui.settings.GeneralPage;
import taskglass.ui.settings.KeysPage;
import taskglass.ui.settings.PermissionsPage;
import taskglass.ui.settings.ServersPage;
import taskglass.ui.settings.SettingsPage;
import taskglass.ui.settings.SettingsWindow;

/** The settings window with its pages, and the actions that lead there or change a setting directly. */
final class SettingsActions {
    private final ServerCommands servers;
    private final Theme theme;
    private final Settings settings;
    private final Preferences preferences;
    private final DesktopAccess desktop;
    private final Supplier<List<Action>> all;
    private final MdnsSetting mdns;
    private final SettingsWindow window;

    /** @param all all actions of the main window, for the list of keys */
    SettingsActions(
            ServerCommands servers,
            Theme theme,
            Settings settings,
            Preferences preferences,
            DesktopAccess desktop,
            Supplier<List<Action>> all) {
        this.servers = servers;
        this.theme = theme;
        this.settings = settings;
        this.preferences = preferences;
        this.desktop = desktop;
        this.all = all;
        mdns = new MdnsSetting(servers.engine().discovery(), settings);
        window = new SettingsWindow(servers.dialogs(), this::pages);
    }

    private List<SettingsPage> pages(Dialogs inFront) {
        return List.of(
                new GeneralPage(theme, preferences, new UpdateChoice(settings), desktop.programs(), desktop.executor()),
                new ServersPage(servers.inFrontOf(inFront), mdns),
                new PermissionsPage(servers.engine(), inFront),
                new KeysPage(all.get(), WindowKeys.parts()));
    }

    List<Action> list() {
        KeyCombination comma = new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN);
        Condition looking = Condition.when(mdns::mayBeChosen, "action.not.looking");
        return List.of(
                of("settings", Group.WINDOW, comma, Condition.ALWAYS, tasks -> window.open()),
                setting("server.add", KeyCode.S, Condition.ALWAYS, tasks -> servers.add()),
                setting("localNetwork", KeyCode.L, looking, tasks -> window.open("servers")),
                setting("permissions", KeyCode.P, Condition.ALWAYS, tasks -> window.open("permissions")),
                setting("theme", KeyCode.T, Condition.ALWAYS, tasks -> theme.toggle()));
    }

    private static Action setting(String id, KeyCode key, Condition condition, Consumer<List<AgentTask>> action) {
        Modifier[] modifiers = {KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN};
        return of(id, Group.SETTINGS, new KeyCodeCombination(key, modifiers), condition, action);
    }

    private static Action of(
            String id, Group group, KeyCombination keys, Condition condition, Consumer<List<AgentTask>> action) {
        return new Action(id, group, Reach.WINDOW, List.of(keys), condition, action);
    }
}
