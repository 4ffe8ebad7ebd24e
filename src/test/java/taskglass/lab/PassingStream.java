package taskglass.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import taskglass.lab.EventFaults.Passage;

/** One event stream on its way through a proxy, with the frames that it holds back. Safe from any thread. */
final class PassingStream {
    private static final int CHUNK = 64 * 1024;

    private final InputStream from;
    private final OutputStream to;
    private final Deque<String> held = new ArrayDeque<>();
    private Passage passage;

    PassingStream(InputStream from, OutputStream to, Passage passage) {
        this.from = from;
        this.to = to;
        this.passage = passage;
    }

    synchronized void pass(Passage now) {
        passage = now;
        if (now != Passage.HELD && now != Passage.ONLY_HEARTBEATS) {
            release();
        }
    }

    /** A frame has come from the server. */
    synchronized void frame(String frame) {
        switch (passage) {
            case AS_THEY_COME -> write(frame);
            case TWICE -> write(frame + frame);
            case SWAPPED -> swap(frame);
            case HELD, ONLY_HEARTBEATS -> held.add(frame);
        }
    }

    private void swap(String frame) {
        held.addFirst(frame);
        if (held.size() == 2) {
            release();
        }
    }

    private void release() {
        held.forEach(this::write);
        held.clear();
    }

    synchronized void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    synchronized void writeOf(long bytes) {
        byte[] chunk = new byte[CHUNK];
        Arrays.fill(chunk, (byte) 'x');
        write("data: {\"payload\":{\"type\":\"session.updated\",\"properties\":\"");
        for (long sent = 0; sent < bytes; sent += CHUNK) {
            write(chunk);
        }
        write("\"}}\n\n");
    }

    private void write(byte[] bytes) {
        try {
            to.write(bytes);
            to.flush();
        } catch (IOException gone) {
            drop();
        }
    }

    /** The thread that reads from the server ends with its source, and closes the exchange. */
    void drop() {
        try {
            from.close();
        } catch (IOException gone) {
            // it is closed already
        }
    }
}
