package taskglass.lab;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Named gates between a test and the scripted model: a model waits at a gate until the test opens it. */
public final class Gates {
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private volatile boolean allOpen;

    /** Lets the scripts that wait at this gate, now or later, go on. */
    public void open(String name) {
        gate(name).countDown();
    }

    void await(String name) throws InterruptedException {
        if (!name.isEmpty() && !allOpen) {
            gate(name).await();
        }
    }

    void openAll() {
        allOpen = true;
        gates.values().forEach(CountDownLatch::countDown);
    }

    private CountDownLatch gate(String name) {
        return gates.computeIfAbsent(name, key -> new CountDownLatch(1));
    }
}
