package taskglass.opencode.events;

import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import taskglass.opencode.Events;
import taskglass.opencode.events.EventWire.SessionFact;
import taskglass.task.ServerId;

/** Measures one event of the stream until it is a fact or is ignored. The events are those of 1.18. */
@State(Scope.Thread)
public class EventBench {
    private final EventWire wire = new EventWire(new ServerId("http://127.0.0.1:4096"));
    private final String delta = Events.delta("Working on step 0. ");
    private final String heartbeat = Events.event("server.heartbeat", "{}");
    private final String sync = Events.sync();
    private final String status = Events.status("busy");
    private final String tool = Events.tool("completed", "total 0");
    private final String large = Events.tool("completed", "12345678".repeat(1024));
    private final String text = Events.text("Wörter und ".repeat(8 * 1024 / 11));

    @Benchmark
    public List<SessionFact> aDeltaOfASessionThatNobodyFollows() throws IOException {
        return wire.parse(delta);
    }

    @Benchmark
    public List<SessionFact> aHeartbeat() throws IOException {
        return wire.parse(heartbeat);
    }

    @Benchmark
    public List<SessionFact> aSyncDouble() throws IOException {
        return wire.parse(sync);
    }

    @Benchmark
    public List<SessionFact> aStatus() throws IOException {
        return wire.parse(status);
    }

    @Benchmark
    public List<SessionFact> aToolCall() throws IOException {
        return wire.parse(tool);
    }

    @Benchmark
    public List<SessionFact> aToolCallWithEightKilobytesOfOutput() throws IOException {
        return wire.parse(large);
    }

    @Benchmark
    public List<SessionFact> aTextOfEightKilobytes() throws IOException {
        return wire.parse(text);
    }
}
