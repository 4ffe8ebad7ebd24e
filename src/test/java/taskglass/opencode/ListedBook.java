package taskglass.opencode;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import taskglass.lab.MovableClock;
import taskglass.task.AgentTask;
import taskglass.task.Change;
import taskglass.task.Listing;
import taskglass.task.Listing.Reading;
import taskglass.task.Listing.Sessions;
import taskglass.task.Question;
import taskglass.task.Question.Read;
import taskglass.task.ServerId;
import taskglass.task.TaskBook;
import taskglass.task.TaskKey;

/** A book that learns all it knows by asking a recorded server again and again, without any event. */
final class ListedBook implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(20);

    final TaskBook book;
    private final RecordedServer server;
    private final OpenCodeClient client;
    private final MovableClock clock;

    ListedBook(Recording recording, boolean withLog) throws IOException {
        server = new RecordedServer(recording, withLog);
        client = new OpenCodeClient(new Endpoint(new ServerId(server.baseUrl()), Optional.empty()), new OkHttpClient());
        clock = new MovableClock(recording.started());
        book = new TaskBook(clock);
        client.identify();
    }

    /** Asks that often, long enough for what lies still to count as over. */
    ListedBook look(int times) throws IOException {
        for (int looks = 0; looks < times; looks++) {
            ask();
            clock.move(PAUSE);
        }
        return this;
    }

    private void ask() throws IOException {
        Question question = book.question(client.server());
        Sessions sessions = client.sessions(question.since(), page -> {});
        List<Reading> readings = new ArrayList<>();
        for (Read read : question.reads()) {
            readings.add(client.read(read));
        }
        book.apply(List.of(new Change.Listed(new Listing(
                question,
                clock.instant(),
                sessions,
                client.doingsAnywhere().stream().toList(),
                readings))));
    }

    AgentTask task(TaskKey recorded) {
        return book.find(new TaskKey(client.server(), recorded.session())).orElseThrow();
    }

    RecordedServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
