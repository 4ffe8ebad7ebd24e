package taskglass.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;

/**
 * The demo with its clock stopped, in its own process: tasks run, but nothing more happens. Ends when its input ends.
 */
final class StillServer {
    private StillServer() {}

    public static void main(String[] arguments) throws IOException {
        DemoState demoState = new DemoState(Clock.fixed(Instant.now(), ZoneOffset.UTC), Path.of("/home/load"), 1);
        try (var requests = Executors.newVirtualThreadPerTaskExecutor();
                WireServer server = new WireServer(demoState.feed(), demoState::answer, requests, "load")) {
            System.out.println(server.url());
            while (System.in.read() >= 0) {
                // it accepts no commands
            }
        }
    }
}
