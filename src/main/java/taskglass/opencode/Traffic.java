package taskglass.opencode;

import java.util.concurrent.atomic.LongAdder;
import okhttp3.Call;
import okhttp3.EventListener;

/** Counts the requests sent and the bytes of their answers' bodies. Safe from any thread. */
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

    /** Bytes of answers' bodies, after decompression of none: OpenCode sends them plain. */
    public long bytes() {
        return bytes.sum();
    }
}
