package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import okhttp3.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.Loopback;
import taskglass.settings.Keychain;
import taskglass.settings.MemoryKeychain;
import taskglass.settings.ServerEntry;
import taskglass.settings.ServerEntry.Flag;
import taskglass.settings.ServerList;
import taskglass.settings.ServerMark;
import taskglass.task.ServerId;
import taskglass.task.status.ServerHealth;

/** Servers whose passwords are in a keychain, which answers when it likes. */
class KeptPasswordsTest {
    private static final String LISTING = "/experimental/session";

    private final MemoryKeychain memory = new MemoryKeychain();
    private final ServerList list = ServerList.none();
    private final Queue<Runnable> held = new ConcurrentLinkedQueue<>();
    private Loopback one;
    private Loopback other;
    private Engine engine;

    @BeforeEach
    void open() throws IOException {
        one = healthy();
        other = healthy();
        engine = FaultRig.quick(Clock.systemUTC());
    }

    @AfterEach
    void close() {
        FxThread.ask(() -> {
            engine.close();
            return true;
        });
        one.close();
        other.close();
    }

    @Test
    void aServerWhosePasswordIsAwaitedHoldsNoOtherUp() {
        watchBoth();
        awaitHealth(other, ServerHealth.ConnectionState.POLLING_ONLY);
        assertThat(FxThread.ask(engine::servers)).containsExactly(id(other));
        assertThat(FxThread.ask(() -> engine.serverControl().complete())).isFalse();
    }

    @Test
    void itIsAskedWithItsPasswordOnceThatIsReported() {
        memory.setPassword("Taskglass", "opencode at " + id(one).url(), "secret");
        watchBoth();
        answer();
        awaitHealth(one, ServerHealth.ConnectionState.POLLING_ONLY);
        assertThat(one.credentials(LISTING)).contains(Credentials.basic("opencode", "secret"));
        assertThat(FxThread.ask(() -> engine.serverControl().complete())).isTrue();
    }

    @Test
    void oneThatIsRemovedMeanwhileIsNotWatched() {
        AddedServers added = watchBoth();
        FxThread.ask(() -> {
            added.remove(id(one));
            return true;
        });
        answer();
        awaitHealth(other, ServerHealth.ConnectionState.POLLING_ONLY);
        assertThat(FxThread.ask(engine::servers)).containsExactly(id(other));
        assertThat(one.asked()).isEmpty();
    }

    @Test
    void aTypedPasswordIsRememberedOnceTheServerHasTakenIt() {
        AddedServers added = watch(memory.through(Runnable::run), entry(one));
        authorise(added, "secret");
        Await.until("it is kept", () -> memory.kept().containsValue("secret"));
        FxThread.until("the entry says so", () -> isInKeychain(added));
    }

    @Test
    void aTypedPasswordThatTheServerRefusesIsNotRemembered() {
        one.answer(LISTING, 401, "text/plain", "");
        AddedServers added = watch(memory.through(Runnable::run), entry(one));
        authorise(added, "wrong");
        Await.until(
                "it was tried by itself, and by the engine",
                () -> one.credentials(LISTING).size() > 1);
        awaitHealth(one, ServerHealth.ConnectionState.UNAUTHORISED);
        assertThat(memory.kept()).isEmpty();
    }

    @Test
    void anEntryDoesNotClaimAPasswordThatNobodyKept() {
        AddedServers added = watch(Keychain.none(), entry(other));
        FxThread.ask(() -> {
            added.keep(entry(one).with(Flag.KEYCHAIN, true), Optional.empty(), "secret");
            return true;
        });
        FxThread.until("the entry says so", () -> !isInKeychain(added));
    }

    private boolean isInKeychain(AddedServers added) {
        return added.find(id(one)).orElseThrow().is(Flag.KEYCHAIN);
    }

    private AddedServers watchBoth() {
        return watch(memory.through(held::add), entry(one).with(Flag.KEYCHAIN, true), entry(other));
    }

    private AddedServers watch(Keychain keychain, ServerEntry... entries) {
        return FxThread.ask(() -> {
            for (ServerEntry entry : entries) {
                list.put(entry);
            }
            Executor owner = FxThread.executor();
            AddedServers added = new AddedServers(engine, list, keychain, owner);
            added.watchAll();
            return added;
        });
    }

    private void authorise(AddedServers added, String password) {
        FxThread.ask(() -> {
            added.authorise(id(one), password, true);
            return true;
        });
    }

    /** The keychain does what it was asked. */
    private void answer() {
        for (Runnable work = held.poll(); work != null; work = held.poll()) {
            work.run();
        }
    }

    private void awaitHealth(Loopback server, ServerHealth.ConnectionState state) {
        FxThread.until("it is " + state, () -> engine.store().health(id(server)).state() == state);
    }

    private static ServerEntry entry(Loopback server) {
        return new ServerEntry(id(server), "build", ServerMark.GREY, ServerEntry.DEFAULT_USER, Set.of());
    }

    private static ServerId id(Loopback server) {
        return new ServerId(server.baseUrl());
    }

    private static Loopback healthy() throws IOException {
        Loopback server = new Loopback();
        server.answer("/global/health", "{\"healthy\":true,\"version\":\"1.18.33\"}");
        server.answer(LISTING, "[]");
        return server;
    }
}
