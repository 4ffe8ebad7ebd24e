package taskglass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import taskglass.engine.Engine;
import taskglass.engine.OwnOpenCode;
import taskglass.lab.Around;
import taskglass.lab.FxThread;
import taskglass.lab.LabHome;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.NpmOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.lab.ScriptedModel;
import taskglass.ledger.Ledger;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.ServerList;
import taskglass.task.ServerId;

/** Commands in a shell beside a window that started the real OpenCode, whose password nobody else knows. */
@NeedsOpenCode
class LentServersTest {
    @TempDir
    private Path folder;

    private ScriptedModel model;
    private LabHome home;
    private LocalOpenCode local;
    private Engine window;
    private ServerId server;
    private ServerLending serverLending;

    @BeforeEach
    void start() throws Exception {
        model = new ScriptedModel();
        home = new LabHome(model.baseUrl());
        String path = NpmOpenCode.program(RealOpenCode.PINNED).getParent().toString();
        local = new LocalOpenCode(
                new OpenCodeInstall(Map.of("PATH", path), Path.of("/nowhere"), false), home.environment());
        window = FxThread.ask(() -> new Engine(Clock.systemUTC(), FxThread.executor(), local));
        server = order(own -> own.start(home.project()));
        serverLending = ServerLending.in(folder);
        Taskglass.runInBackground(() -> serverLending.listen(window.ownOpenCode()::running));
    }

    @AfterEach
    void close() {
        serverLending.close();
        FxThread.ask(() -> {
            window.close();
            return window;
        });
        model.close();
        home.close();
    }

    @Test
    void besideTheWindowCommandsJustWork() {
        Run launched = run("launch", "--agent", "build", "--wait", "steps=1");
        assertThat(launched.exit()).isZero();
        Run listed = run("ls");
        assertThat(listed.exit()).isZero();
        assertThat(listed.out()).contains(launched.out().strip()).contains("completed");
        assertThat(run("explain", launched.out().strip()).exit()).isZero();
    }

    @Test
    void theServerMayBeNamedWithoutItsPassword() {
        assertThat(run("--server", server.url(), "ls").exit()).isZero();
    }

    @Test
    void aWrongPasswordInTheEnvironmentDoesNotReplaceTheOneThatIsLent() {
        assertThat(run(Map.of("OPENCODE_SERVER_PASSWORD", "of another"), "--server", server.url(), "ls")
                        .exit())
                .isZero();
    }

    @Test
    void thePasswordIsPrintedNowhere() {
        String password =
                window.ownOpenCode().running().getFirst().credentials().password();
        Run json = run("ls", "--json");
        assertThat(json.out() + json.err()).doesNotContain(password);
        assertThat(window.ownOpenCode().running().toString()).doesNotContain(password);
    }

    @Test
    void whatIsLeftRunningAnswersCommandsWithoutAWindow() {
        order(OwnOpenCode::leave);
        serverLending.close();
        FxThread.ask(() -> {
            window.close();
            return window;
        });
        assertThat(run("ls").exit()).isZero();
        window = FxThread.ask(() -> new Engine(Clock.systemUTC(), FxThread.executor(), local));
        assertThat(order(OwnOpenCode::takeOver)).containsExactly(server);
    }

    @Test
    void nobodyElseMayAskTheWindow() throws Exception {
        Path socket = folder.resolve("servers-" + ProcessHandle.current().pid() + ".sock");
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(socket)).isEqualTo("rw-------");
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private <T> T order(Function<OwnOpenCode, CompletionStage<T>> order) {
        return FxThread.ask(() -> order.apply(window.ownOpenCode()))
                .toCompletableFuture()
                .join();
    }

    private record Run(int exit, String out, String err) {}

    private Run run(String... args) {
        return run(Map.of(), args);
    }

    /** Where nothing is found by looking around, so that all comes from the window. */
    private Run run(Map<String, String> environment, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        KnownServers known = new KnownServers(
                password -> Around.processes(pid -> false),
                ServerList::none,
                server -> "",
                Ledger::none,
                () -> KnownServers.lentIn(folder, local));
        CommandLine line = Taskglass.commandLine(
                FxThread::executor, environment, InputStream.nullInputStream(), OptionalInt::empty, known);
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Run(line.execute(args), out.toString(), err.toString());
    }
}
