package taskglass.settings;

import com.github.javakeyring.Keyring;
import com.github.javakeyring.internal.KeyringBackend;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** A keychain whose secrets are kept in memory, in place of one of an operating system. */
public final class MemoryKeychain implements KeyringBackend {
    private final Map<String, String> kept = new ConcurrentHashMap<>();

    /** The way to it, which that executor goes. */
    public Keychain through(Executor worker) {
        return new Keychain(worker, this::ring, Duration.ofMinutes(1));
    }

    /** All passwords, by user and server. */
    public Map<String, String> kept() {
        return Map.copyOf(kept);
    }

    private Keyring ring() {
        try {
            Constructor<Keyring> closed = Keyring.class.getDeclaredConstructor(KeyringBackend.class);
            closed.setAccessible(true);
            return closed.newInstance(this);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the library has changed", e);
        }
    }

    @Override
    public String getPassword(String service, String account) {
        return kept.get(account);
    }

    @Override
    public void setPassword(String service, String account, String password) {
        kept.put(account, password);
    }

    @Override
    public void deletePassword(String service, String account) {
        kept.remove(account);
    }

    @Override
    public void close() {}
}
