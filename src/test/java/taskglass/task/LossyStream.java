package taskglass.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.Fact;
import taskglass.task.run.Prompt;
import taskglass.task.store.Change;

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
    /** The ids of the messages and calls of which anything was told. */
    final Set<String> reported = new HashSet<>();

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

    void send(Change.Heard event) {
        if (!open || broken || (weather == Weather.LOSES && mayBeLost(event))) {
            return;
        }
        late.add(event);
        switch (event.fact()) {
            case Fact.Prompted(Prompt prompt, var assignment) -> reported.add(prompt.id());
            case Fact.Answered(AssistantMessage message) -> reported.add(message.id());
            case Fact.Called(ToolCall call) -> reported.addAll(List.of(call.message(), call.part()));
            default -> {}
        }
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
            shuffle();
            late.add(new Change.StreamLost(Story.SERVER));
            late.add(new Change.StreamOpened(Story.SERVER));
        }
    }

    /** An error names no message: its place is all that says which run it is about, so it keeps that. */
    private void shuffle() {
        int from = 0;
        for (int to = 0; to <= late.size(); to++) {
            if (to == late.size() || late.get(to) instanceof Change.Heard(var k, var at, Fact.Erred error)) {
                Collections.shuffle(late.subList(from, to), Random.from(random));
                from = to + 1;
            }
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
