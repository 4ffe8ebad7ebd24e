package taskglass.task;

import java.util.Optional;

/** What a person asked of a task from this window. */
record Orders(Optional<Launch> launch, Cancel cancel, Parting parting) {
    static final Orders NONE = new Orders(Optional.empty(), Cancel.notAsked(), Parting.NONE);

    Orders launched(Launch now) {
        return new Orders(Optional.of(now), Cancel.notAsked(), Parting.NONE);
    }

    Orders cancel(Cancel now) {
        return new Orders(launch, now, parting);
    }

    Orders parting(Parting now) {
        return new Orders(launch, cancel, now);
    }

    Orders refused(Reason reason) {
        return new Orders(launch.map(known -> known.refused(reason)), cancel, parting);
    }
}
