package taskglass;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import taskglass.demo.Demo;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.task.ServerId;

/** The demo server, opened on first use and closed with the window. Thread-safe. */
final class DemoAtHand implements AutoCloseable {
    private Optional<Demo> open = Optional.empty();

    /**
     * Opens the demo, which takes a moment because it plays the day so far. Each day of the year plays another
     * afternoon.
     */
    synchronized Connection open() {
        Path home = Path.of(System.getProperty("user.home"));
        Demo demo = open.orElseGet(() -> Demo.open(
                Clock.systemUTC(), home, LocalDate.now(Clock.systemUTC()).toEpochDay()));
        open = Optional.of(demo);
        Credentials credentials = new Credentials(demo.user(), demo.password());
        return new Connection(new Endpoint(new ServerId(demo.url()), Optional.of(credentials)));
    }

    @Override
    public synchronized void close() {
        open.ifPresent(Demo::close);
        open = Optional.empty();
    }
}
