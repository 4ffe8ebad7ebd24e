package taskglass.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Any interleaving of any events and listings, with any event lost, ends in the server's truth. */
class AnyOrderTest {
    private static final int STORIES = Integer.getInteger("taskglass.stories", 10_000);

    private final long seed = Long.getLong("taskglass.seed", System.nanoTime());
    private final List<String> failures = new ArrayList<>();
    private final List<String> seldom = new ArrayList<>();

    @Test
    void anyStoryEndsInTheServersTruth() {
        System.out.println(STORIES + " stories, -Dtaskglass.seed=" + seed);
        for (int i = 0; i < STORIES; i++) {
            AnyStory story = new AnyStory(seed + i);
            story.live();
            check(story, seed + i);
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
