package taskglass.opencode;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import taskglass.opencode.events.ActivityThrottle;
import taskglass.opencode.events.EventWire;
import taskglass.opencode.events.TranscriptListener;
import taskglass.opencode.events.UnknownEvents;
import taskglass.opencode.http.BoundedEvents;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.ServerId;
import taskglass.task.Trouble;
import taskglass.task.store.Change;

/**
 * One connection at a time to a server's event stream. The thread that calls {@link #read} reads it. Any other thread
 * may close it, which is the only way to end a blocked read.
 */
public final class EventStream implements AutoCloseable {
    private static final Duration OPENING = Duration.ofSeconds(4);
    private static final String CLOSED = "the event stream was closed";

    private final OpenCodeClient client;
    private final EventRequests requests;
    private final OkHttpClient http;
    private final Clock clock;
    private final EventWire wire;
    private final ActivityThrottle signs = new ActivityThrottle();
    private Optional<Call> call = Optional.empty();
    private long givenUp;
    private boolean closed;
    private volatile Optional<Instant> opening = Optional.empty();

    public EventStream(OpenCodeClient client, OkHttpClient http, Duration silence, Clock clock) {
        this.client = client;
        this.requests = client.eventRequests();
        this.http = Http.withoutRedirects(http)
                .callTimeout(Duration.ZERO)
                .readTimeout(silence)
                .build();
        this.clock = clock;
        this.wire = new EventWire(client.server(), client.known(), client.ids());
    }

    public ServerId server() {
        return client.server();
    }

    /**
     * Opens the stream and passes on its events until it ends. It counts as open once it has carried something: a
     * gateway may begin an answer that never continues. An event that causes a bug in Taskglass is skipped, and the bug
     * is passed on, too.
     *
     * @throws ServerTrouble however it ends: refused, closed, broken or silent for too long
     */
    public void read(Consumer<Change> changes, Consumer<RuntimeException> faults) throws ServerTrouble {
        try (Response response = Http.execute(begin())) {
            opening = Optional.empty();
            requests.check(response);
            Response events = BoundedEvents.of(response);
            if (!events.body().source().request(1)) {
                throw new ServerTrouble(new Trouble.NoAnswer(CLOSED));
            }
            changes.accept(new Change.StreamOpened(client.server()));
            Listener listener = new Listener(changes, faults);
            repair(listener);
            EventSources.processResponse(events, listener);
            throw new ServerTrouble(new Trouble.NoAnswer(listener.ending));
        } catch (ServerTrouble e) {
            throw e;
        } catch (IOException e) {
            throw new ServerTrouble(new Trouble.NoAnswer(Http.sentence(e)));
        } finally {
            opening = Optional.empty();
        }
    }

    /**
     * Returns the call to read. If the stream was given up or closed since the call was created, that applies to this
     * call, too.
     */
    private Call begin() throws ServerTrouble {
        long before = timesGivenUp();
        return ready(http.newCall(requests.open()), before);
    }

    private synchronized long timesGivenUp() {
        return givenUp;
    }

    private synchronized Call ready(Call now, long before) throws ServerTrouble {
        if (closed || givenUp != before) {
            throw new ServerTrouble(new Trouble.NoAnswer(CLOSED));
        }
        call = Optional.of(now);
        opening = Optional.of(clock.instant());
        return now;
    }

    /**
     * Passes on what the stream has missed since it was last open. Sessions without a log are covered by the next
     * listing.
     */
    private void repair(Listener listener) {
        for (Map.Entry<String, Long> position : wire.begin().entrySet()) {
            try {
                for (String event : requests.log(position.getKey(), position.getValue())) {
                    listener.replay(event);
                }
            } catch (ServerTrouble trouble) {
                if (!trouble.notFound()) {
                    return;
                }
            } catch (IOException broken) {
                return;
            }
        }
    }

    /** Gives up a stream that does not open: a server that is starting may never answer a request. */
    public void giveUpIfStuck() {
        Instant latest = clock.instant().minus(OPENING);
        if (opening.filter(latest::isAfter).isPresent()) {
            giveUp();
        }
    }

    /** Sets the listener for everything that one session writes, or none. Thread-safe. */
    public void listen(Optional<TranscriptListener> ear) {
        wire.listen(ear);
    }

    /** The received events of types that Taskglass does not know. */
    public UnknownEvents unknown() {
        return wire.unknown();
    }

    /** Ends the current read, if any, and one that is about to begin. */
    public synchronized void giveUp() {
        givenUp++;
        call.ifPresent(Call::cancel);
    }

    /** Ends the current read and prevents any further one. */
    @Override
    public synchronized void close() {
        closed = true;
        giveUp();
    }

    private final class Listener extends EventSourceListener {
        private final Consumer<Change> changes;
        private final Consumer<RuntimeException> faults;
        private String ending = CLOSED;

        private Listener(Consumer<Change> changes, Consumer<RuntimeException> faults) {
            this.changes = changes;
            this.faults = faults;
        }

        @Override
        public void onEvent(EventSource source, String id, String type, String data) {
            try {
                hand(wire.parse(data));
            } catch (IOException e) {
                // Not JSON, so the event is lost. The next listing reports what it contained.
                ending = "the event stream sent broken JSON";
                giveUp();
            } catch (RuntimeException fault) {
                faults.accept(fault);
            }
        }

        private void replay(String event) throws IOException {
            try {
                hand(wire.replayed(event));
            } catch (RuntimeException fault) {
                faults.accept(fault);
            }
        }

        private void hand(List<EventWire.SessionFact> all) {
            Instant now = clock.instant();
            all.stream()
                    .filter(fact -> signs.passes(fact, now))
                    .forEach(fact -> changes.accept(new Change.Heard(fact.key(), now, fact.fact())));
        }

        @Override
        public void onFailure(EventSource source, Throwable why, Response response) {
            ending = why == null || why.getMessage() == null ? ending : why.getMessage();
        }
    }
}
