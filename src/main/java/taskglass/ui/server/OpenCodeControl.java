package taskglass.ui.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import javafx.stage.Stage;
import taskglass.engine.Engine;
import taskglass.engine.OwnOpenCode;
import taskglass.engine.command.CommandFailed;
import taskglass.opencode.local.OwnServer;
import taskglass.task.ServerId;
import taskglass.task.status.AgentTask;
import taskglass.text.RefusalText;
import taskglass.text.ServerNames;
import taskglass.text.TaskNames;
import taskglass.text.Texts;
import taskglass.ui.frame.Dialogs;

/** Starts, stops and restarts the OpenCode of this window. Asks first if that would end work. */
public final class OpenCodeControl {
    private static final int NAMES_SHOWN = 6;

    private final Engine engine;
    private final OwnOpenCode own;
    private final Dialogs dialogs;

    public OpenCodeControl(Engine engine, Dialogs dialogs) {
        this.engine = engine;
        this.own = engine.ownOpenCode();
        this.dialogs = dialogs;
    }

    /** Whether an OpenCode that was started from here is running. */
    public boolean runs() {
        return !own.running().isEmpty();
    }

    /** Whether there is one that can be started again, even if it has ended. */
    public boolean restarts() {
        return last().isPresent();
    }

    /** Opens the dialog that starts OpenCode in a folder. */
    public void start() {
        StartOpenCodeRow row = new StartOpenCodeRow(engine);
        Stage stage = dialogs.stage(Texts.of("opencode.start.title"), row.root());
        row.root().getStyleClass().add("start-dialog");
        row.onStarted(stage::close);
        stage.show();
        row.first().requestFocus();
    }

    /** Starts OpenCode in a folder without a dialog. Reports a failure. */
    CompletionStage<?> startIn(Path folder) {
        return own.start(folder).whenComplete((done, failure) -> report("start", failure));
    }

    public void stop() {
        own.running().forEach(server -> stop(server.server()));
    }

    void stop(ServerId server) {
        unlessWorkEnds("stop", server, own::stop);
    }

    public void restart() {
        last().ifPresent(this::restart);
    }

    void restart(ServerId server) {
        unlessWorkEnds("restart", server, own::restart);
    }

    private Optional<ServerId> last() {
        return own.running().stream()
                .map(OwnServer::server)
                .findFirst()
                .or(() ->
                        engine.servers().reversed().stream().filter(own::isOurs).findFirst());
    }

    private void unlessWorkEnds(String textKey, ServerId server, Function<ServerId, CompletionStage<?>> order) {
        List<AgentTask> tasks = own.atWork(server);
        boolean agreed = tasks.isEmpty()
                || dialogs.chosen(
                                Texts.of("opencode." + textKey + ".title"),
                                question("opencode." + textKey + ".question", tasks, ServerNames.of(server)),
                                Texts.of("opencode." + textKey + ".yes"))
                        .isPresent();
        if (agreed) {
            order.apply(server).whenComplete((done, failure) -> report(textKey, failure));
        }
    }

    private void report(String textKey, Throwable failure) {
        if (failure != null) {
            dialogs.showMessage(
                    Texts.of("opencode." + textKey + ".title"), RefusalText.of(CommandFailed.reason(failure)));
        }
    }

    /**
     * Whether the window may close now. Asks first if closing would end work. If the user chooses to leave OpenCode
     * running, the window closes a little later, through {@code close}.
     */
    public boolean mayClose(Runnable close) {
        List<AgentTask> tasks = own.atWork();
        if (tasks.isEmpty()) {
            return true;
        }
        String leave = Texts.of("close.leave");
        Optional<String> chosen = dialogs.chosen(
                Texts.of("close.title"),
                question("close.question", tasks, "") + "\n\n" + Texts.of("close.leave.what"),
                Texts.of("close.yes", tasks.size()),
                leave);
        if (chosen.equals(Optional.of(leave))) {
            own.leave().whenComplete((left, failure) -> leftOr(close, failure));
        }
        return chosen.isPresent() && !chosen.get().equals(leave);
    }

    private void leftOr(Runnable close, Throwable failure) {
        if (failure == null) {
            close.run();
        } else {
            dialogs.showMessage(Texts.of("close.title"), RefusalText.of(CommandFailed.reason(failure)));
        }
    }

    private static String question(String key, List<AgentTask> tasks, String server) {
        List<String> names = tasks.stream().map(TaskNames::of).toList();
        return Texts.of(key, tasks.size(), server) + "\n" + Dialogs.listing(names, NAMES_SHOWN);
    }
}
