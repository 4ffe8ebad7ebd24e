package taskglass.task.status;

import java.util.Optional;
import taskglass.task.Reason;
import taskglass.task.request.Launch;
import taskglass.task.request.RemovalState;

/**
 * What the user requested for a task from this window.
 *
 * @param background present if an agent started it in the background: the plugin's id for it, "" without a plugin
 */
public record RequestedActions(
        Optional<Launch> launch, CancelState cancel, RemovalState parting, Optional<String> background) {
    static final RequestedActions NONE =
            new RequestedActions(Optional.empty(), CancelState.notAsked(), RemovalState.NONE, Optional.empty());

    public RequestedActions launched(Launch now) {
        return new RequestedActions(Optional.of(now), CancelState.notAsked(), RemovalState.NONE, background);
    }

    public RequestedActions cancel(CancelState now) {
        return new RequestedActions(launch, now, parting, background);
    }

    public RequestedActions parting(RemovalState now) {
        return new RequestedActions(launch, cancel, now, background);
    }

    public RequestedActions refused(Reason reason) {
        return new RequestedActions(launch.map(known -> known.refused(reason)), cancel, parting, background);
    }

    public RequestedActions withBackgroundId(String id) {
        return new RequestedActions(launch, cancel, parting, Optional.of(id));
    }
}
