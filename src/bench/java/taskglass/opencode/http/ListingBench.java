package taskglass.opencode.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import taskglass.opencode.wire.SessionWire;
import taskglass.task.ServerId;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.Listing;
import taskglass.task.status.Listing.Sessions;
import taskglass.task.status.ListingRequest;
import taskglass.task.store.Change;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;

/** Measures a listing of all sessions from its bytes to the store, and the choice of what the next poll requests. */
@State(Scope.Thread)
public class ListingBench {
    private static final ServerId SERVER = new ServerId("http://127.0.0.1:4096");
    private static final long NOON = 1_795_348_800_000L;
    private static final int IN_A_HUNDRED = 100;

    /**
     * Each page lists one in a hundred sessions under another title: of two states with the same time, the last one
     * listed counts.
     */
    private static final int PAGES = 2;

    @Param({"1000", "10000"})
    private int sessions;

    private final TaskStore store = new TaskStore(Clock.systemUTC());
    private byte[] same = {};
    private List<byte[]> newer = List.of();
    private int turn;

    @Setup
    public void list() throws IOException {
        same = page(0);
        newer = IntStream.range(0, PAGES).mapToObj(this::page).toList();
        land(same);
    }

    @Benchmark
    public StoreDiff nothingHasChanged() throws IOException {
        return land(same);
    }

    @Benchmark
    public StoreDiff oneInAHundredHasChanged() throws IOException {
        return land(newer.get(turn++ % PAGES));
    }

    @Benchmark
    public ListingRequest theNextQuestion() {
        return store.nextRequest(SERVER);
    }

    @Benchmark
    public List<SessionInfo> parsedOnly() throws IOException {
        return parsed(same);
    }

    private StoreDiff land(byte[] page) throws IOException {
        Sessions all = new Sessions(parsed(page), true);
        Listing listing = new Listing(store.nextRequest(SERVER), Instant.now(), all, List.of(), List.of());
        return store.apply(List.of(new Change.Listed(listing)));
    }

    private static List<SessionInfo> parsed(byte[] page) throws IOException {
        List<SessionInfo> found = new ArrayList<>();
        for (JsonNode info : Http.JSON.readTree(page)) {
            found.add(SessionWire.session(SERVER, info));
        }
        return found;
    }

    private byte[] page(int change) {
        return IntStream.range(0, sessions)
                .mapToObj(i -> """
                    {"id":"ses_%05d","slug":"happy-meadow","version":"1.18.33","projectID":"global",\
                    "directory":"/home/dev/project-%d","path":"","title":"Task number %1$d.%d","agent":"build",\
                    "model":{"id":"scripted","providerID":"lab","variant":"default"},"cost":0.25,\
                    "tokens":{"input":1200,"output":300,"reasoning":0,"cache":{"read":0,"write":0}},\
                    "time":{"created":%d,"updated":%d}}\
                    """.formatted(i, i % 20, i % IN_A_HUNDRED == 0 ? change : 0, NOON + i, NOON + i))
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
