package taskglass.opencode;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import taskglass.lab.MovableClock;
import taskglass.opencode.http.Endpoint;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.task.status.Listing;
import taskglass.task.status.Listing.Reading;
import taskglass.task.status.Listing.Sessions;
import taskglass.task.status.ListingRequest;
import taskglass.task.status.ListingRequest.Read;
import taskglass.task.store.Change;
import taskglass.task.store.TaskStore;

/** A book that learns all it knows by asking a recorded server again and again, without any event. */
final class ListedStore implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(20);

    final TaskStore store;
    private final RecordedServer server;
    private final OpenCodeClient client;
    private final MovableClock clock;

    ListedStore(Recording recording, boolean withLog) throws IOException {
        server = new RecordedServer(recording, withLog);
        client = new OpenCodeClient(new Endpoint(new ServerId(server.baseUrl()), Optional.empty()), new OkHttpClient());
        clock = new MovableClock(recording.started());
        store = new TaskStore(clock);
        client.identify();
    }

    /** Asks that often, long enough for what lies still to count as over. */
    ListedStore poll(int times) throws IOException {
        for (int looks = 0; looks < times; looks++) {
            ask();
            clock.move(PAUSE);
        }
        return this;
    }

    private void ask() throws IOException {
        ListingRequest listingRequest = store.nextRequest(client.server());
        Sessions sessions = client.sessions(listingRequest.since(), page -> {});
        List<Reading> readings = new ArrayList<>();
        for (Read read : listingRequest.reads()) {
            readings.add(client.read(read));
        }
        store.apply(List.of(new Change.Listed(new Listing(
                listingRequest,
                clock.instant(),
                sessions,
                client.doingsAnywhere().stream().toList(),
                readings))));
    }

    AgentTask task(TaskKey recorded) {
        return store.find(new TaskKey(client.server(), recorded.session())).orElseThrow();
    }

    RecordedServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
