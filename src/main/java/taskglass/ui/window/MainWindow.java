package taskglass.ui.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import taskglass.engine.AddedServers;
import taskglass.engine.Engine;
import taskglass.ledger.LedgerTrouble;
import taskglass.release.Release;
import taskglass.settings.Keychain;
import taskglass.settings.Preferences;
import taskglass.settings.ServerList;
import taskglass.settings.Settings;
import taskglass.task.TaskKey;
import taskglass.text.Texts;
import taskglass.trace.StartTrace;
import taskglass.ui.detail.SampleDetails;
import taskglass.ui.frame.Badge;
import taskglass.ui.frame.ButtonTips;
import taskglass.ui.frame.CaretBlinkLimit;
import taskglass.ui.frame.Dialogs;
import taskglass.ui.frame.Icon;
import taskglass.ui.frame.Theme;
import taskglass.ui.frame.TypedCharacters;
import taskglass.ui.frame.WindowBounds;
import taskglass.ui.help.Help;
import taskglass.ui.help.UpdateNote;
import taskglass.ui.launch.LaunchController;
import taskglass.ui.launch.LaunchMemory;
import taskglass.ui.server.ServerCommands;
import taskglass.ui.toast.ToastActions;
import taskglass.ui.toast.Toasts;

/**
 * The main window. Create and show it on the JavaFX thread:
 * {@code new MainWindow(stage, engine, clock, desktop, settings).show()}. It subscribes to the engine itself. Closing
 * it also closes every dialog and toast; it asks first if that would end work in progress. The creator stops the
 * engine.
 */
public final class MainWindow {
    private final Stage stage;
    private final AddedServers added;
    private final WindowCommands windowCommands;
    private final MainController controller;
    private final UpdateNote newer;
    private final Runnable rehearsal;
    private final TaskToOpen toOpen;
    private boolean bugTold;

    /**
     * {@code clock} ticks once a second on the JavaFX thread and drives the displayed durations. No passwords are
     * stored.
     */
    public MainWindow(
            Stage stage,
            Engine engine,
            ObservableValue<Instant> clock,
            DesktopAccess desktopAccess,
            Settings settings) {
        this(stage, engine, clock, desktopAccess, settings, Keychain.none());
    }

    /** The same, with a keychain for server passwords. */
    public MainWindow(
            Stage stage,
            Engine engine,
            ObservableValue<Instant> clock,
            DesktopAccess desktopAccess,
            Settings settings,
            Keychain keychain) {
        this.stage = stage;
        added = new AddedServers(engine, new ServerList(settings), keychain, desktopAccess.executor());
        Theme theme = new Theme(desktopAccess.dark(), settings);
        ObservableValue<Instant> seen = VisibleClock.of(clock, stage);
        Dialogs dialogs = new Dialogs(stage, theme, desktopAccess.blinking());
        Help help = new Help(dialogs, desktopAccess::browse);
        windowCommands = new WindowCommands(engine, seen, dialogs, settings, desktopAccess, help);
        controller = new MainController(
                ServerCommands.of(engine, added, dialogs, seen),
                seen,
                windowCommands,
                theme,
                settings,
                new Preferences(settings));
        ButtonTips.in(controller.root());
        Scene scene = new Scene(controller.root(), WindowBounds.WIDTH, WindowBounds.HEIGHT);
        theme.style(scene);
        CaretBlinkLimit.in(scene, desktopAccess.blinking());
        TypedCharacters.guard(scene);
        controller.actions().listen(scene);
        stage.setScene(scene);
        Icon.on(stage);
        stage.titleProperty().bind(controller.attention().titleProperty());
        Badge.keep(stage, controller.attention().countProperty());
        desktopAccess.keepDock(controller.attention().countProperty());
        stage.setMinWidth(640);
        stage.setMinHeight(400);
        WindowBounds.keep(stage, settings);
        stage.setOnCloseRequest(e -> close(e, desktopAccess));
        newer = new UpdateNote((Pane) controller.root().lookup(".status-bar"), desktopAccess::browse);
        toOpen = new TaskToOpen(engine, this::goTo);
        showToasts(engine, seen);
        rehearsal = () -> UiWarmUp.begin(theme, acts(engine, new LaunchMemory(settings)));
    }

    private void showToasts(Engine engine, ObservableValue<Instant> clock) {
        Toasts toasts = new Toasts(
                clock,
                new ToastActions(
                        this::goTo,
                        windowCommands::copy,
                        task -> windowCommands.retry(List.of(task), controller::report),
                        key -> stage.isFocused() && controller.details().shows(key),
                        controller::focus));
        controller.overlay(toasts.root());
        controller.details().onSeen(toasts::seen);
        engine.onDiff(toasts::apply);
        engine.onNotice(notice -> toasts.show(notice, engine.servers().size() > 1));
    }

    public void show() {
        StartTrace.of(stage.getScene());
        stage.show();
        controller.focus();
        rehearsal.run();
    }

    private static List<Supplier<Parent>> acts(Engine engine, LaunchMemory memory) {
        List<Supplier<Parent>> acts = new ArrayList<>(SampleDetails.details());
        acts.add(() -> new LaunchController(engine, memory, key -> {}).root());
        return acts;
    }

    /** The servers that the user added. Nothing monitors them yet. */
    public AddedServers added() {
        return added;
    }

    /** Brings the window to the front. */
    public void toFront() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** Reports a bug in Taskglass, once only: errors that follow from it would hide it. */
    public void tellBug(Throwable bug) {
        if (!bugTold) {
            bugTold = true;
            controller.report(Texts.of("bug.title") + ". " + Texts.of("bug.text", String.valueOf(bug)));
        }
    }

    /** Says why nothing is written to the ledger at the moment. */
    public void tellLedger(Optional<LedgerTrouble> trouble) {
        trouble.ifPresent(known -> controller.report(Texts.of(
                "ledger.trouble." + known.kind().name().toLowerCase(Locale.ROOT).replace('_', '.'),
                known.file(),
                known.detail())));
    }

    /** Explains why a second window opened: another instance is running but does not respond. */
    public void tellOfSilentWindow() {
        controller.report(Texts.of("other.silent.title") + ". " + Texts.of("other.silent.text"));
    }

    /** Shows an unobtrusive note about a newer release. */
    public void tellNewer(Release release) {
        newer.show(release);
    }

    /** Selects the task with that id, or the unique beginning of one, as soon as it is known. */
    public void open(String id) {
        toOpen.open(id);
    }

    /** Brings the window to the front and selects a task. */
    void goTo(TaskKey task) {
        toFront();
        controller.select(task);
    }

    private void close(WindowEvent request, DesktopAccess desktopAccess) {
        if (windowCommands.openCode().mayClose(desktopAccess::hideAll)) {
            desktopAccess.hideAll();
        } else {
            request.consume();
        }
    }
}
