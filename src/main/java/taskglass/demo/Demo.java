package taskglass.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The demo as whoever opens it sees it: a server with an address and a password, until it is closed. */
public final class Demo implements AutoCloseable {
    private static final int PASSWORD_BYTES = 16;

    private final ExecutorService requests = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("demo-", 0).factory());
    private final String password;
    private final Thread beat;
    private final WireServer server;

    private Demo(Play play) throws IOException {
        byte[] secret = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(secret);
        password = HexFormat.of().formatHex(secret);
        server = new WireServer(play.feed(), play::answer, requests, password);
        beat = Thread.ofVirtual().name("demo-beat").start(() -> beat(play));
    }

    /**
     * Opens the demo.
     *
     * @param clock what its day goes by; one that stands still shows one moment for ever
     * @param home the folder that its projects seem to lie in
     * @param seed what is left to chance: the same seed plays the same
     */
    public static Demo open(Clock clock, Path home, long seed) {
        try {
            return new Demo(new Play(clock, home, seed));
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

    private static void beat(Play play) {
        try {
            play.playOn();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when none of its threads is left. */
    @Override
    public void close() {
        beat.interrupt();
        server.close();
        requests.close();
    }
}
