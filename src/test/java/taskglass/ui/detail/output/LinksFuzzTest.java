package taskglass.ui.detail.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import taskglass.lab.Mutator;
import taskglass.task.transcript.Part;
import taskglass.ui.detail.SampleLog;

/** An agent may write any text and any link: reading it throws nothing, and a link leads to the web or nowhere. */
class LinksFuzzTest {
    private static final int INPUTS = 8000;
    private static final long SEED =
            Long.getLong("taskglass.seed", RandomGenerator.getDefault().nextLong(1_000_000_000));
    private static final Part.Place PLACE = new Part.Place("msg_1", "prt_1");
    private static final String[] TEXTS = {
        "https://example.org/a?b=c#d",
        "http://user@example.org:8080/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "See [this](https://example.org) and <http://b.c>, ![x](data:image/png;base64,AAAA)",
        SampleLog.MARKDOWN
    };

    @Test
    void noTextThrowsAndNoLinkLeadsElsewhere() {
        System.out.println(INPUTS + " texts, -Dtaskglass.seed=" + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        Mutator mutator = new Mutator(random.split());
        for (int i = 0; i < INPUTS; i++) {
            String input = mutator.mutate(TEXTS[random.nextInt(TEXTS.length)]);
            assertThatCode(() -> Markdown.rows(PLACE, OutputRow.Voice.ANSWER, input))
                    .as(input)
                    .doesNotThrowAnyException();
            assertThat(WebLink.of(input).map(URI::getScheme))
                    .as(input)
                    .matches(scheme -> scheme.isEmpty() || scheme.get().matches("(?i)https?"));
        }
    }
}
