package taskglass.task;

import java.util.Optional;

/** What a person asked of a task from this window. */
record Orders(Optional<Launch> launch, Cancel cancel) {
    static final Orders NONE = new Orders(Optional.empty(), Cancel.notAsked());

    Orders launched(Launch now) {
        return new Orders(Optional.of(now), Cancel.notAsked());
    }

    Orders cancel(Cancel now) {
        return new Orders(launch, now);
    }

    Orders refused(Reason reason) {
        return new Orders(launch.map(known -> known.refused(reason)), cancel);
    }
}
