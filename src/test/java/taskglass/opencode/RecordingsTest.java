package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taskglass.task.TaskStatus;
import taskglass.task.run.ToolTally;
import taskglass.task.store.Change;

/** What recorded servers said, taken into the book: by events alone, by listings alone, and by both. */
class RecordingsTest {
    /** Scenario, status, and the number of the prompt that began the latest run. */
    private static final String STORIES = """
        1.18.33/no-tools, COMPLETED, 0
        1.18.33/three-tools, COMPLETED, 0
        1.18.33/parallel-tools, COMPLETED, 0
        1.18.33/subagent, COMPLETED, 0
        1.18.33/todos, COMPLETED, 0
        1.18.33/question, COMPLETED, 0
        1.18.33/permission-once, COMPLETED, 0
        1.18.33/permission-reject, INTERRUPTED, 0
        1.18.33/permission-list-broken, INTERRUPTED, 0
        1.18.33/two-prompts, COMPLETED, 1
        1.18.33/prompt-while-busy, COMPLETED, 0
        1.18.33/provider-400, FAILED, 0
        1.18.33/abort-in-tool, CANCELLED, 0
        1.18.33/abort-in-text, CANCELLED, 0
        1.18.33/abort-subagent, CANCELLED, 0
        1.18.33/v2-three-tools, COMPLETED, 0
        1.18.33/v2-question, COMPLETED, 0
        1.18.33/v2-permission, COMPLETED, 0
        1.18.33/v2-subagent, COMPLETED, 0
        1.18.33/v2-provider-400, FAILED, 0
        1.18.33/v2-interrupt, CANCELLED, 0
        1.2.27/no-tools, COMPLETED, 0
        1.2.27/three-tools, COMPLETED, 0
        1.2.27/parallel-tools, COMPLETED, 0
        1.2.27/subagent, COMPLETED, 0
        1.2.27/todos, COMPLETED, 0
        1.2.27/question, COMPLETED, 0
        1.2.27/permission-once, COMPLETED, 0
        1.2.27/permission-reject, INTERRUPTED, 0
        1.2.27/permission-list-broken, INTERRUPTED, 0
        1.2.27/two-prompts, COMPLETED, 1
        1.2.27/prompt-while-busy, COMPLETED, 0
        1.2.27/provider-400, FAILED, 0
        1.2.27/provider-500-abort, CANCELLED, 0
        1.2.27/abort-in-tool, CANCELLED, 0
        1.2.27/abort-in-text, CANCELLED, 0
        1.2.27/abort-subagent, CANCELLED, 0
        """;

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = STORIES)
    void eventsTellStatusAndExactToolCalls(String name, TaskStatus status, int prompt) {
        Replay replay = new Replay(name).play();
        if (status == TaskStatus.INTERRUPTED) {
            // Nothing says so but two looks at an idle session.
            replay.list().list();
        }
        assertStory(replay, status, prompt);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = STORIES)
    void listingsAloneTellTheSame(String name, TaskStatus status, int prompt) {
        assertStory(new Replay(name).list().list(), status, prompt);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = STORIES)
    void everyEventTwiceChangesNothing(String name, TaskStatus status, int prompt) {
        Replay replay = new Replay(name);
        for (Change change : replay.recording.changes()) {
            replay.apply(change).apply(change);
        }
        assertStory(replay.list().list(), status, prompt);
    }

    private static void assertStory(Replay replay, TaskStatus status, int prompt) {
        ToolTally tools = replay.task().run().orElseThrow().tools();
        assertThat(replay.task().status()).isEqualTo(status);
        assertThat(tools.count()).isEqualTo(replay.recording.toolCallsSincePrompt(prompt));
        assertThat(tools.exact()).isTrue();
    }
}
