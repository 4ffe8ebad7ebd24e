package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import taskglass.engine.AddedServers;
import taskglass.engine.Engine;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.Loopback;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.MemoryKeychain;
import taskglass.settings.ServerEntry;
import taskglass.settings.ServerEntry.Flag;
import taskglass.settings.ServerList;
import taskglass.settings.ServerMark;
import taskglass.task.ServerId;
import taskglass.task.store.ReadLimits;

/** A command over two servers, one of which wants a password that the keychain has not told yet. */
class AwaitedPasswordTest {
    private static final String LISTING = "/experimental/session";

    private final BlockingQueue<Runnable> held = new LinkedBlockingQueue<>();

    @Test
    void theOthersAreAskedMeanwhileAndNoneIsMissingInTheEnd() throws IOException {
        try (Loopback slow = healthy();
                Loopback other = healthy();
                ShellEngine shellEngine = new ShellEngine(shell(slow, other))) {
            Thread.ofVirtual().start(() -> {
                Await.until("the other is asked", () -> !other.asked().isEmpty());
                held.remove().run();
            });
            assertThat(shellEngine.awaitServers())
                    .hasSize(2)
                    .allMatch(server -> server.listed().isPresent());
        }
    }

    private Shell shell(Loopback slow, Loopback other) {
        ServerList list = ServerList.none();
        list.put(entry(slow).with(Flag.KEYCHAIN, true));
        list.put(entry(other));
        return new Shell(
                FxThread::executor,
                owner -> engine(list, owner),
                Clock.systemUTC(),
                InputStream.nullInputStream(),
                OptionalInt::empty,
                server -> "");
    }

    private Engine engine(ServerList list, Executor owner) {
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        Engine engine = new Engine(Clock.systemUTC(), owner, none, ReadLimits.SHELL);
        new AddedServers(engine, list, new MemoryKeychain().through(held::add), owner).watchAll();
        return engine;
    }

    private static ServerEntry entry(Loopback server) {
        return new ServerEntry(
                new ServerId(server.baseUrl()), "build", ServerMark.GREY, ServerEntry.DEFAULT_USER, Set.of());
    }

    private static Loopback healthy() throws IOException {
        Loopback server = new Loopback();
        server.answer("/global/health", "{\"healthy\":true,\"version\":\"1.18.33\"}");
        server.answer(LISTING, "[]");
        return server;
    }
}
