package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import taskglass.engine.inbox.Timing;
import taskglass.engine.inbox.VirtualTime;
import taskglass.lab.CannedServer;
import taskglass.lab.MovableClock;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.task.ServerId;
import taskglass.task.store.ReadLimits;

/** What a wall clock that somebody sets does to the listings. */
class ClockSetBackTest {
    @Test
    void aWallClockThatIsSetBackByAnHourHoldsUpNoListing() throws IOException {
        VirtualTime time = new VirtualTime(Instant.EPOCH);
        MovableClock wall = new MovableClock(CannedServer.now());
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        try (CannedServer server = new CannedServer(3);
                Engine engine = new Engine(wall, time, none, ReadLimits.WINDOW, Timing.USUAL, time)) {
            engine.watch(new Connection(new Endpoint(new ServerId(server.baseUrl()), Optional.empty())));
            time.pass(Duration.ofSeconds(20));
            int before = server.listings().size();
            wall.move(Duration.ofHours(-1));
            time.pass(Duration.ofSeconds(20));
            assertThat(server.listings().size() - before).isGreaterThan(3);
        }
    }
}
