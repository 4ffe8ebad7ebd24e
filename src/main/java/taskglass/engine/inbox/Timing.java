package taskglass.engine.inbox;

import java.time.Duration;

/**
 * The intervals at which a server is asked, and how long to wait for it.
 *
 * @param urgent from one listing to the next when something needs to be read
 * @param busy the same while anything is open there or its events do not stream
 * @param settled the same when all is settled and events stream in
 * @param slowest the longest wait between two tries at a server that does not answer
 * @param silence how long an event stream may be silent: servers since 1.2 send a heartbeat every 10 s, so a stream
 *     that is silent for 25 s is dead, or can just as well be reopened
 * @param reopen the first wait before an event stream is opened again; each later wait is twice as long
 */
public record Timing(
        Duration urgent, Duration busy, Duration settled, Duration slowest, Duration silence, Duration reopen) {
    public static final Timing USUAL = new Timing(
            Duration.ofMillis(100),
            Duration.ofSeconds(2),
            Duration.ofSeconds(15),
            Duration.ofSeconds(10),
            Duration.ofSeconds(25),
            Duration.ofMillis(250));

    /** How long a scan may take to find the process of a server on this machine: the longest pause, and some time. */
    public Duration toFindProcesses() {
        return busy.multipliedBy(8);
    }
}
