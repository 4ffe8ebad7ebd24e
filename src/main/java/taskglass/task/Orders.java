package taskglass.task;

import java.util.Optional;

/**
 * What a person asked of a task from this window.
 *
 * @param backgroundId what a plugin calls the task that it had started, "" for one that no plugin did
 */
record Orders(Optional<Launch> launch, Cancel cancel, Parting parting, String backgroundId) {
    static final Orders NONE = new Orders(Optional.empty(), Cancel.notAsked(), Parting.NONE, "");

    Orders launched(Launch now) {
        return new Orders(Optional.of(now), Cancel.notAsked(), Parting.NONE, backgroundId);
    }

    Orders cancel(Cancel now) {
        return new Orders(launch, now, parting, backgroundId);
    }

    Orders parting(Parting now) {
        return new Orders(launch, cancel, now, backgroundId);
    }

    Orders refused(Reason reason) {
        return new Orders(launch.map(known -> known.refused(reason)), cancel, parting, backgroundId);
    }

    Orders called(String id) {
        return new Orders(launch, cancel, parting, id);
    }
}
