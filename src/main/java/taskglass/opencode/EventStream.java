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
import taskglass.task.Change;
import taskglass.task.Trouble;

/**
 * One connection to a server's event stream at a time, read by the thread that calls {@link #read}; any other thread
 * may close it, which is the only way to end a blocked read.
 */
public final class EventStream implements AutoCloseable {
    private static final Duration OPENING = Duration.ofSeconds(4);

    private final OpenCodeClient client;
    private final OkHttpClient http;
    private final Clock clock;
    private final EventWire wire;
    private final SignsOfLife signs = new SignsOfLife();
    private volatile Optional<Call> call = Optional.empty();
    private volatile Optional<Instant> opening = Optional.empty();

    public EventStream(OpenCodeClient client, OkHttpClient http, Duration silence, Clock clock) {
        this.client = client;
        this.http =
                Http.unled(http).callTimeout(Duration.ZERO).readTimeout(silence).build();
        this.clock = clock;
        this.wire = new EventWire(client.server(), client.known(), client.ids());
    }

    /**
     * Opens the stream and hands on what it tells until it ends.
     *
     * @throws ServerTrouble however it ends: refused, closed, broken or silent for too long
     */
    public void read(Consumer<Change> changes) throws ServerTrouble {
        Call now = http.newCall(client.events());
        call = Optional.of(now);
        opening = Optional.of(clock.instant());
        try (Response response = now.execute()) {
            opening = Optional.empty();
            client.checkEvents(response);
            changes.accept(new Change.StreamOpened(client.server()));
            Listener listener = new Listener(changes);
            repair(listener);
            EventSources.processResponse(BoundedEvents.of(response), listener);
            throw new ServerTrouble(new Trouble.NoAnswer(listener.ending));
        } catch (ServerTrouble e) {
            throw e;
        } catch (IOException e) {
            throw new ServerTrouble(new Trouble.NoAnswer(Http.sentence(e)));
        }
    }

    /** Hands on what the stream did not tell since it was last open; of what has no log, the next listing tells. */
    private void repair(Listener listener) {
        for (Map.Entry<String, Long> heard : wire.begin().entrySet()) {
            try {
                for (String event : client.log(heard.getKey(), heard.getValue())) {
                    listener.hand(wire.replayed(event));
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

    /** Gives up a stream that does not open: a request that meets a server on its way up may never be answered. */
    public void giveUpIfStuck() {
        Instant latest = clock.instant().minus(OPENING);
        if (opening.filter(latest::isAfter).isPresent()) {
            close();
        }
    }

    /** Lets an ear hear all that one session writes, or nobody any more. Safe from any thread. */
    public void listen(Optional<Ear> ear) {
        wire.listen(ear);
    }

    /** The events that it sent and nobody here knows. */
    public UnknownEvents unknown() {
        return wire.unknown();
    }

    /** Ends the current read, if any. */
    @Override
    public void close() {
        call.ifPresent(Call::cancel);
    }

    private final class Listener extends EventSourceListener {
        private final Consumer<Change> changes;
        private String ending = "the event stream was closed";

        private Listener(Consumer<Change> changes) {
            this.changes = changes;
        }

        @Override
        public void onEvent(EventSource source, String id, String type, String data) {
            try {
                hand(wire.told(data));
            } catch (IOException e) {
                // Not JSON: as good as lost, and whatever it told is in the next listing.
                ending = "the event stream sent broken JSON";
                close();
            }
        }

        private void hand(List<EventWire.Told> all) {
            Instant now = clock.instant();
            all.stream()
                    .filter(told -> signs.passes(told, now))
                    .forEach(told -> changes.accept(new Change.Heard(told.key(), now, told.fact())));
        }

        @Override
        public void onFailure(EventSource source, Throwable why, Response response) {
            ending = why == null || why.getMessage() == null ? ending : why.getMessage();
        }
    }
}
