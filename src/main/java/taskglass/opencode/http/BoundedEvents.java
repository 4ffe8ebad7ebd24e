package taskglass.opencode.http;

import java.io.IOException;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * The bytes of an event stream, cut off in the middle of an event that is too long. A reader would keep all of such an
 * event in memory, and the next listing reports the same.
 */
public final class BoundedEvents extends ForwardingSource {
    /** Servers cut a tool's output at about 30 KB, so a whole message is far smaller. */
    public static final int LONGEST = 8_000_000;

    private long length;
    private boolean lineEmpty;

    private BoundedEvents(Source source) {
        super(source);
    }

    /** Returns the same response, cut off at an event that is too long. */
    public static Response of(Response response) {
        ResponseBody body = response.body();
        Source bounded = new BoundedEvents(body.source());
        return response.newBuilder()
                .body(ResponseBody.create(Okio.buffer(bounded), body.contentType(), -1))
                .build();
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        long from = sink.size();
        long read = super.read(sink, byteCount);
        for (long at = from; at < from + read; at++) {
            accept(sink.getByte(at));
        }
        return read;
    }

    /** An empty line ends an event. */
    private void accept(byte next) throws IOException {
        if (next == '\n') {
            length = lineEmpty ? 0 : length;
            lineEmpty = true;
        } else if (next != '\r') {
            lineEmpty = false;
        }
        length++;
        if (length > LONGEST) {
            throw new IOException("an event of more than " + LONGEST / 1_000_000 + " MB");
        }
    }
}
