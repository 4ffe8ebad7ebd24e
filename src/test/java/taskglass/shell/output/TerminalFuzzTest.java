package taskglass.shell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import taskglass.lab.Mutator;
import taskglass.task.Assignment;
import taskglass.task.Story;
import taskglass.task.run.SessionInfo;
import taskglass.task.store.Change;

/** Whatever a server calls its sessions: no control character comes to a terminal raw, in words or in JSON. */
class TerminalFuzzTest {
    private static final int INPUTS = 8000;
    private static final long SEED =
            Long.getLong("taskglass.seed", RandomGenerator.getDefault().nextLong(1_000_000_000));

    private final Story story = new Story();

    @Test
    void noControlCharacterComesToATerminal() {
        System.out.println(INPUTS + " titles, -Dtaskglass.seed=" + SEED);
        Mutator mutator = new Mutator(new SplittableRandom(SEED));
        String text = "Fix the build\u001b]0;t\u0007 \u001b[1mnow\u001b[0m 👨‍👩‍👧";
        for (int i = 0; i < INPUTS; i++) {
            String input = mutator.mutate(text) + mutator.word();
            TaskJson told = told(input);
            for (String printed :
                    List.of(told.toString(), TerminalText.lines(told.text()), TerminalText.lines(input))) {
                assertThat(printed.codePoints().anyMatch(TerminalFuzzTest::obeyed))
                        .as(input)
                        .isFalse();
            }
        }
    }

    private TaskJson told(String title) {
        story.clock.move(Duration.ofMillis(1));
        Instant now = story.clock.instant();
        SessionInfo session = new SessionInfo(
                Story.key("ses_1"),
                title,
                Optional.empty(),
                title,
                new Assignment(Optional.of(title), Optional.empty()),
                new SessionInfo.Times(now, now));
        story.apply(new Change.Found(Story.SERVER, List.of(session)));
        return TaskJson.of(story.store, story.store.tasks().iterator().next(), now);
    }

    private static boolean obeyed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n';
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> c != 0x200D && c <= Character.MAX_VALUE;
            default -> false;
        };
    }
}
