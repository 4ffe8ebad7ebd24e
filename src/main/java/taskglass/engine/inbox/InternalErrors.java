package taskglass.engine.inbox;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Collects bugs in Taskglass itself that must not stop anything. Each is logged and reported once. Thread-safe. */
public final class InternalErrors {
    private static final System.Logger LOG = System.getLogger(InternalErrors.class.getName());

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final List<Consumer<Throwable>> listeners = new ArrayList<>();
    private final Executor owner;

    public InternalErrors(Executor owner) {
        this.owner = owner;
    }

    /** Registers a listener, which is called on the store's thread. */
    public void onBug(Consumer<Throwable> listener) {
        listeners.add(listener);
    }

    public void report(Throwable bug) {
        String place = Arrays.stream(bug.getStackTrace())
                .findFirst()
                .map(Object::toString)
                .orElse("");
        if (seen.add(bug.getClass().getName() + " " + place)) {
            LOG.log(Level.ERROR, "on " + Thread.currentThread().getName(), bug);
            owner.execute(() -> listeners.forEach(listener -> listener.accept(bug)));
        }
    }
}
