package taskglass.task;

import java.util.Optional;

/**
 * What the user requested for a task from this window.
 *
 * @param background present if an agent started it in the background: the plugin's id for it, "" without a plugin
 */
record Orders(Optional<Launch> launch, Cancel cancel, Parting parting, Optional<String> background) {
    static final Orders NONE = new Orders(Optional.empty(), Cancel.notAsked(), Parting.NONE, Optional.empty());

    Orders launched(Launch now) {
        return new Orders(Optional.of(now), Cancel.notAsked(), Parting.NONE, background);
    }

    Orders cancel(Cancel now) {
        return new Orders(launch, now, parting, background);
    }

    Orders parting(Parting now) {
        return new Orders(launch, cancel, now, background);
    }

    Orders refused(Reason reason) {
        return new Orders(launch.map(known -> known.refused(reason)), cancel, parting, background);
    }

    Orders called(String id) {
        return new Orders(launch, cancel, parting, Optional.of(id));
    }
}
