package taskglass.opencode.http;

import java.util.concurrent.atomic.LongAdder;
import okhttp3.Call;
import okhttp3.EventListener;

/** Counts the requests sent and the bytes of the answers' bodies. Thread-safe. */
public final class Traffic extends EventListener {
    private final LongAdder requests = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    @Override
    public void callStart(Call call) {
        requests.increment();
    }

    @Override
    public void responseBodyEnd(Call call, long byteCount) {
        bytes.add(byteCount);
    }

    public long requests() {
        return requests.sum();
    }

    /** The bytes of the answers' bodies. OpenCode sends them uncompressed. */
    public long bytes() {
        return bytes.sum();
    }
}
