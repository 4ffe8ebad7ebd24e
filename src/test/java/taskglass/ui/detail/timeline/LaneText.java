package taskglass.ui.detail.timeline;

import java.util.List;
import taskglass.task.transcript.Part.Call;

/** What stands before the lanes of a timeline, for tests of other packages. */
public final class LaneText {
    private LaneText() {}

    public static List<String> names(List<Call> calls) {
        return Lanes.of(calls, List.of()).rows().stream().map(Lane::name).toList();
    }
}
