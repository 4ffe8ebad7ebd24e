package taskglass.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** The event stream between a model server and a book: late always, and broken in one of four ways. */
final class LossyStream {
    /** What befalls the events. */
    enum Weather {
        /** They come twice now and then, and late. */
        FAIR,
        /** The stream breaks: what is told until it is open again is lost, and the app learns of the break. */
        BREAKS,
        /** Single events are lost, and nobody says so. */
        LOSES,
        /** A few events come in another order, in a stream that breaks then. */
        SHUFFLES,
        /** There is no stream at all. */
        SILENT
    }

    private final RandomGenerator random;
    private final List<Change> late = new ArrayList<>();
    final Weather weather;
    private boolean open;
    private boolean broken;

    LossyStream(RandomGenerator random) {
        this.random = random;
        Weather[] all = Weather.values();
        this.weather = all[random.nextInt(all.length)];
    }

    /** The app begins to listen. */
    void open() {
        if (weather != Weather.SILENT) {
            open = true;
            late.add(new Change.StreamOpened(Story.SERVER));
        }
    }

    void tell(Change.Heard event) {
        if (!open || broken || (weather == Weather.LOSES && mayBeLost(event))) {
            return;
        }
        late.add(event);
        if (random.nextInt(6) == 0) {
            late.add(event);
        }
    }

    /** A deletion that nobody told is seen by the listings of the next connect only. */
    private boolean mayBeLost(Change.Heard event) {
        return !(event.fact() instanceof Fact.Deleted) && random.nextInt(6) == 0;
    }

    /** Time for the stream to break or to mend. */
    void turn() {
        if (!open || random.nextInt(12) > 0) {
            return;
        }
        if (weather == Weather.BREAKS) {
            turnBreak();
        } else if (weather == Weather.SHUFFLES && late.stream().allMatch(Change.Heard.class::isInstance)) {
            Collections.shuffle(late, Random.from(random));
            late.add(new Change.StreamLost(Story.SERVER));
            late.add(new Change.StreamOpened(Story.SERVER));
        }
    }

    private void turnBreak() {
        if (!broken) {
            broken = true;
        } else if (random.nextBoolean()) {
            late.add(new Change.StreamLost(Story.SERVER));
            late.add(new Change.StreamOpened(Story.SERVER));
            broken = false;
        } else {
            late.add(new Change.StreamLost(Story.SERVER));
        }
    }

    /** What has come by now, in order. */
    List<Change> arrived(int most) {
        List<Change> head = late.subList(0, Math.min(most, late.size()));
        List<Change> arrived = List.copyOf(head);
        head.clear();
        return arrived;
    }

    /** The stream is whole again at last. */
    List<Change> rest() {
        if (broken) {
            late.add(new Change.StreamLost(Story.SERVER));
            late.add(new Change.StreamOpened(Story.SERVER));
            broken = false;
        }
        return arrived(late.size());
    }
}
