package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.LogRecorder;
import taskglass.lab.Loopback;
import taskglass.settings.Keychain;
import taskglass.settings.ServerEntry;
import taskglass.settings.ServerList;
import taskglass.settings.ServerMark;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.ServerId;
import taskglass.task.status.ServerHealth;

/** The servers that a person added, over scripted ones, where no keychain is. */
class AddedServersTest {
    private static final String LISTING = "/experimental/session";
    private static final String CANARY = "canary-Xk3mQ9";

    @TempDir
    private Path folder;

    private Loopback one;
    private Loopback other;
    private Engine engine;
    private AddedServers added;

    @BeforeEach
    void open() throws IOException {
        one = healthy();
        other = healthy();
        engine = FaultRig.quick(Clock.systemUTC());
        Settings settings = Settings.of(SettingsFile.at(file()), Runnable::run);
        added = FxThread.ask(
                () -> new AddedServers(engine, new ServerList(settings), Keychain.none(), FxThread.executor()));
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
    void aPasswordStandsNowhereButInItsRequests() throws IOException {
        try (LogRecorder logs = new LogRecorder()) {
            keep(one, CANARY);
            String basic = Credentials.basic(ServerEntry.DEFAULT_USER, CANARY);
            Await.until(
                    "it is asked with the password",
                    () -> one.credentials(LISTING).contains(basic));
            one.answer(LISTING, 401, "text/plain", "");
            awaitHealth(one, ServerHealth.ConnectionState.UNAUTHORISED);
            String health = FxThread.ask(() -> engine.store().health(id(one)).toString());
            String process = ProcessHandle.current().info().toString();
            assertThat(List.of(Files.readString(file()), logs.text(), health, process))
                    .noneMatch(text -> text.contains(CANARY) || text.contains(basic));
        }
    }

    @Test
    void aPausedServerIsAskedNothingWhileAnotherGoesOn() {
        keep(one, "");
        keep(other, "");
        awaitHealth(one, ServerHealth.ConnectionState.POLLING_ONLY);
        FxThread.ask(() -> {
            added.pause(id(one), true);
            return true;
        });
        awaitHealth(one, ServerHealth.ConnectionState.PAUSED);
        int asked = one.asked().size();
        int before = other.asked().size();
        Await.until("the other was asked again and again", () -> other.asked().size() > before + 20);
        assertThat(one.asked()).hasSize(asked);
    }

    @Test
    void aServerGoesOnAfterAPause() {
        keep(one, "");
        FxThread.ask(() -> {
            added.pause(id(one), true);
            return true;
        });
        awaitHealth(one, ServerHealth.ConnectionState.PAUSED);
        FxThread.ask(() -> {
            added.pause(id(one), false);
            return true;
        });
        awaitHealth(one, ServerHealth.ConnectionState.POLLING_ONLY);
    }

    @Test
    void whereThereIsNoKeychainNoneAnswers() {
        assertThat(Keychain.none().answers().toCompletableFuture().join()).isFalse();
    }

    @Test
    void whereThereIsNoKeychainNoPasswordIsKept() {
        Keychain none = Keychain.none();
        none.keep(id(one), "opencode", CANARY).toCompletableFuture().join();
        assertThat(none.password(id(one), "opencode").toCompletableFuture().join())
                .isEmpty();
    }

    private void keep(Loopback server, String password) {
        ServerEntry entry = new ServerEntry(id(server), "build", ServerMark.GREY, ServerEntry.DEFAULT_USER, Set.of());
        FxThread.ask(() -> {
            added.keep(entry, Optional.empty(), password);
            return true;
        });
    }

    private void awaitHealth(Loopback server, ServerHealth.ConnectionState state) {
        FxThread.until("it is " + state, () -> engine.store().health(id(server)).state() == state);
    }

    private static ServerId id(Loopback server) {
        return new ServerId(server.baseUrl());
    }

    private Path file() {
        return folder.resolve("settings.json");
    }

    private static Loopback healthy() throws IOException {
        Loopback server = new Loopback();
        server.answer("/global/health", "{\"healthy\":true,\"version\":\"1.18.33\"}");
        server.answer(LISTING, "[]");
        return server;
    }
}
