package taskglass.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What a {@link FaultProxy} does wrong to the event streams that pass through it. Safe from any thread. */
public final class EventFaults {
    /** How frames pass. */
    public enum Passage {
        AS_THEY_COME,
        /** Each one two times. */
        TWICE,
        /** Each pair in the wrong order. */
        SWAPPED,
        /** Held back until another passage is chosen, as a connection does that stalls. */
        HELD,
        /** The same, while heartbeats go on. */
        ONLY_HEARTBEATS
    }

    private static final String HEARTBEAT = "{\"payload\":{\"type\":\"server.heartbeat\",\"properties\":{}}}";
    private static final Duration HEARTBEATS_EVERY = Duration.ofMillis(100);

    private final Set<PassingStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();
    private volatile boolean breaking;
    private volatile Passage passage = Passage.AS_THEY_COME;

    /** How many streams were opened so far. */
    public int opened() {
        return opened.get();
    }

    /** Streams that are open, and those that will be, pass frames in this way. */
    public void pass(Passage now) {
        passage = now;
        open.forEach(stream -> stream.pass(now));
        if (now == Passage.ONLY_HEARTBEATS) {
            Thread.ofVirtual().start(this::heartbeats);
        }
    }

    /** Sends an event of our own, around whatever is held back. */
    public void inject(String data) {
        open.forEach(stream -> stream.write("data: " + data + "\n\n"));
    }

    /** Sends one event of this many bytes, itself in no memory. */
    public void injectOf(long bytes) {
        open.forEach(stream -> stream.writeOf(bytes));
    }

    /** Sends the first half of an event and ends the streams. */
    public void cut() {
        open.forEach(stream -> stream.write("data: {\"payload\":{\"type\":\"session.st"));
        drop();
    }

    /** From now on each stream ends as soon as it is open. */
    public void breakAtOnce() {
        breaking = true;
    }

    /** Ends the streams, and what they hold back is lost. */
    public void drop() {
        open.forEach(PassingStream::drop);
    }

    /** Passes one stream on until either side ends it. */
    void pass(InputStream from, OutputStream to) throws IOException {
        opened.incrementAndGet();
        if (breaking) {
            return;
        }
        PassingStream stream = new PassingStream(from, to, passage);
        open.add(stream);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            StringBuilder frame = new StringBuilder();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                frame.append(line).append('\n');
                if (line.isEmpty()) {
                    stream.frame(frame.toString());
                    frame.setLength(0);
                }
            }
        } finally {
            open.remove(stream);
        }
    }

    private void heartbeats() {
        while (passage == Passage.ONLY_HEARTBEATS) {
            inject(HEARTBEAT);
            try {
                Thread.sleep(HEARTBEATS_EVERY);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
