package taskglass.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Any interleaving of events and listings, with events lost, ends in the server's truth, but for the rare faults that
 * {@link Verdict#seldom} counts. The stories are the same at each run, so that a red build is nobody's bad luck; other
 * seeds are for whoever looks for the rest of those faults.
 */
class AnyOrderTest {
    private static final int STORIES = Integer.getInteger("taskglass.stories", 10_000);

    private static final long SEED = Long.getLong("taskglass.seed", 20_261_122L);
    private final List<String> failures = new ArrayList<>();
    private final List<String> seldom = new ArrayList<>();

    @Test
    void anyStoryEndsInTheServersTruth() {
        System.out.println(STORIES + " stories, -Dtaskglass.seed=" + SEED);
        for (int i = 0; i < STORIES; i++) {
            AnyStory story = new AnyStory(SEED + i);
            story.live();
            check(story, SEED + i);
        }
        System.out.println(seldom.size() + " stories with a fault that is known to happen seldom, such as "
                + seldom.stream().limit(3).toList());
        assertThat(failures.stream().limit(25))
                .as("-Dtaskglass.stories=1 with its seed tells one")
                .isEmpty();
        assertThat(seldom).hasSizeLessThanOrEqualTo(STORIES / 100);
    }

    private void check(AnyStory story, long storySeed) {
        Verdict verdict = new Verdict(story);
        String which = "seed " + storySeed + " " + story.stream.weather + ": ";
        List<String> wrong = verdict.wrong();
        if (!wrong.isEmpty()) {
            failures.add(which + wrong);
        }
        if (!verdict.seldom().isEmpty()) {
            seldom.add(which + verdict.seldom());
        }
        if (STORIES == 1) {
            story.log.forEach(System.out::println);
            story.told.forEach(System.out::println);
            story.book.tasks().forEach(System.out::println);
        }
    }
}
