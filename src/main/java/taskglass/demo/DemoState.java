package taskglass.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The running demo behind its lock. Thread-safe. */
final class DemoState {
    /** The maximum pause before the clock is checked again, so that a stopped clock is noticed when it moves. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private final Clock clock;
    private final Feed feed = new Feed();
    private final Timetable time;
    private final Routes routes;

    /** Plays everything up to now at once. */
    DemoState(Clock clock, Path home, long seed) {
        this.clock = clock;
        Instant now = clock.instant();
        time = new Timetable(now.minus(DemoScenario.BEFORE));
        DemoSessions demoSessions = new DemoSessions(time, feed);
        DemoScenario demoScenario = new DemoScenario(demoSessions, home, seed);
        routes = new Routes(demoSessions, demoScenario);
        demoScenario.schedule(now);
        time.playTo(now);
    }

    Feed feed() {
        return feed;
    }

    synchronized WireServer.Reply answer(Routes.Call asked) {
        time.playTo(clock.instant());
        Routes.Answer answer = routes.answer(asked);
        notifyAll();
        return new WireServer.Reply(answer.status(), answer.body().toString(), answer.next());
    }

    /** Plays each entry at its time, forever; ends when its thread is interrupted. */
    synchronized void playOn() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            Instant now = clock.instant();
            time.playTo(now);
            Duration pause =
                    time.next().map(next -> Duration.between(now, next)).orElse(LONGEST_PAUSE);
            wait(Math.clamp(pause.toMillis(), 1, LONGEST_PAUSE.toMillis()));
        }
        throw new InterruptedException();
    }
}
