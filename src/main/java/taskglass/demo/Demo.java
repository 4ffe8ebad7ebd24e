package taskglass.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The public entry point of the demo: a server with an address and a password, until it is closed. */
public final class Demo implements AutoCloseable {
    private static final int PASSWORD_BYTES = 16;

    private final ExecutorService requests = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("demo-", 0).factory());
    private final String password;
    private final Thread beat;
    private final WireServer server;

    private Demo(DemoState demoState) throws IOException {
        byte[] secret = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(secret);
        password = HexFormat.of().formatHex(secret);
        server = new WireServer(demoState.feed(), demoState::answer, requests, password);
        beat = Thread.ofVirtual().name("demo-beat").start(() -> beat(demoState));
    }

    /**
     * Opens the demo.
     *
     * @param clock the clock of its day; a stopped clock shows one moment for as long as it stands still
     * @param home the folder that seems to contain its projects
     * @param seed the random seed: the same seed plays the same day
     */
    public static Demo open(Clock clock, Path home, long seed) {
        try {
            return new Demo(new DemoState(clock, home, seed));
        } catch (IOException e) {
            throw new UncheckedIOException("no port of the loopback is free", e);
        }
    }

    public String url() {
        return server.url();
    }

    public String user() {
        return WireServer.USER;
    }

    public String password() {
        return password;
    }

    private static void beat(DemoState demoState) {
        try {
            demoState.playOn();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when all its threads have ended. */
    @Override
    public void close() {
        beat.interrupt();
        server.close();
        requests.close();
    }
}
