package taskglass.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.settings.Keychain;
import taskglass.settings.ServerEntry;
import taskglass.settings.ServerEntry.Flag;
import taskglass.settings.ServerList;
import taskglass.task.ServerId;

/**
 * Manages the servers that the user added, and watches them with the passwords from the keychain. Not thread-safe: used
 * on the store's thread only.
 */
public final class AddedServers {
    private final Engine engine;
    private final ServerList list;
    private final Keychain keychain;
    private final Executor owner;
    private final List<Runnable> listeners = new ArrayList<>();

    public AddedServers(Engine engine, ServerList list, Keychain keychain, Executor owner) {
        this.engine = engine;
        this.list = list;
        this.keychain = keychain;
        this.owner = owner;
        engine.discovery().added(servers());
    }

    public ServerList list() {
        return list;
    }

    public Optional<ServerEntry> find(ServerId server) {
        return list.find(server);
    }

    /** Registers a listener that is called whenever a server is added, changed or removed. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Starts watching all of them. A server whose password is in the keychain is watched once the keychain has returned
     * it.
     */
    public void watchAll() {
        list.entries().forEach(this::watch);
    }

    /** Whether passwords can be kept in the keychain. */
    public CompletionStage<Boolean> keychainAnswers() {
        return onOwner(keychain.answers());
    }

    /** Tries an entry that is not saved yet. Returns the version of the server that answers. */
    public CompletionStage<String> probe(ServerEntry entry, String password) {
        return password(entry, password)
                .thenCompose(known -> engine.serverControl().probe(connection(entry.with(Flag.PAUSED, false), known)));
    }

    /**
     * Saves an entry in place of an earlier one, and watches its server.
     *
     * @param password the password, or "" to use the one that is already known, if any
     */
    public void keep(ServerEntry entry, Optional<ServerEntry> before, String password) {
        before.map(ServerEntry::server).ifPresent(engine.serverControl()::drop);
        engine.serverControl().drop(entry.server());
        before.filter(old -> !old.server().equals(entry.server())).ifPresent(this::forget);
        list.put(entry);
        if (!password.isEmpty() && entry.is(Flag.KEYCHAIN)) {
            remember(entry, password);
        }
        if (!entry.is(Flag.KEYCHAIN)) {
            before.filter(old -> old.is(Flag.KEYCHAIN)).ifPresent(old -> keychain.forget(old.server(), old.user()));
        }
        watch(entry, password);
        notifyListeners();
    }

    /**
     * Tries a server again with a password that the user typed. If the server was added by the user and accepts the
     * password, it can be saved in the keychain.
     */
    public void authorise(ServerId server, String password, boolean remember) {
        engine.serverControl().authorise(server, password);
        find(server)
                .filter(entry -> remember)
                .ifPresent(entry -> probe(entry, password).thenAccept(version -> remember(entry, password)));
    }

    /** The file marks a password as stored in the keychain only if it really is. */
    private void remember(ServerEntry entry, String password) {
        onOwner(keychain.keep(entry.server(), entry.user(), password))
                .thenAccept(kept -> find(entry.server()).ifPresent(now -> put(now.with(Flag.KEYCHAIN, kept))));
    }

    private void put(ServerEntry entry) {
        if (!find(entry.server()).equals(Optional.of(entry))) {
            list.put(entry);
            notifyListeners();
        }
    }

    /**
     * Stops watching a server, and deletes its entry and its password. If discovery finds it later, it comes back as a
     * discovered server.
     */
    public void remove(ServerId server) {
        find(server).ifPresent(this::forget);
        engine.serverControl().drop(server);
        engine.discovery().lookNow();
        notifyListeners();
    }

    /** Pauses or resumes the requests to a server. For an added server the state is saved, so it survives a restart. */
    public void pause(ServerId server, boolean now) {
        engine.serverControl().pause(server, now);
        find(server).ifPresent(entry -> list.put(entry.with(Flag.PAUSED, now)));
        notifyListeners();
    }

    /**
     * Allows the password to be sent in plain text. For an added server the permission is saved, so the user is not
     * asked again.
     */
    public void allowPlainHttp(ServerId server) {
        engine.serverControl().allowPlainHttp(server);
        find(server).ifPresent(entry -> list.put(entry.with(Flag.PLAIN_HTTP, true)));
        notifyListeners();
    }

    /** Returns the connection to an entry's server, with that password. */
    public static Connection connection(ServerEntry entry, Optional<String> password) {
        Endpoint endpoint = password.map(known -> new Credentials(entry.user(), known))
                .map(credentials -> new Endpoint(entry.server(), Optional.of(credentials)))
                .orElseGet(() -> new Endpoint(entry.server(), entry.user()));
        endpoint.pause(entry.is(Flag.PAUSED));
        if (entry.is(Flag.PLAIN_HTTP)) {
            endpoint.allowPlainHttp();
        }
        return new Connection(endpoint);
    }

    /** Starts watching one of them: at once, or as soon as the keychain has returned its password. */
    public void watch(ServerEntry entry) {
        watch(entry, "");
    }

    /** Uses the entry as it is when the password arrives: by then it may be paused or removed. */
    private void watch(ServerEntry entry, String password) {
        engine.serverControl().expect(entry.server());
        password(entry, password)
                .thenAccept(known -> find(entry.server()).ifPresent(now -> engine.watch(connection(now, known))));
    }

    private void forget(ServerEntry entry) {
        list.remove(entry.server());
        if (entry.is(Flag.KEYCHAIN)) {
            keychain.forget(entry.server(), entry.user());
        }
    }

    /**
     * Returns the typed password if there is one, otherwise the password from the keychain. Completes on the store's
     * thread.
     */
    private CompletionStage<Optional<String>> password(ServerEntry entry, String typed) {
        if (!typed.isEmpty() || !entry.is(Flag.KEYCHAIN)) {
            return CompletableFuture.completedStage(Optional.of(typed).filter(password -> !password.isEmpty()));
        }
        return onOwner(keychain.password(entry.server(), entry.user()));
    }

    private <T> CompletionStage<T> onOwner(CompletionStage<T> answer) {
        return answer.thenApplyAsync(value -> value, owner);
    }

    private Set<ServerId> servers() {
        return list.entries().stream().map(ServerEntry::server).collect(Collectors.toUnmodifiableSet());
    }

    private void notifyListeners() {
        engine.discovery().added(servers());
        listeners.forEach(Runnable::run);
    }
}
