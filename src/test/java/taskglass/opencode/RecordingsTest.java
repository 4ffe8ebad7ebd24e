package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taskglass.lab.MovableClock;
import taskglass.task.Activity;
import taskglass.task.AgentTask;
import taskglass.task.Change;
import taskglass.task.Fact;
import taskglass.task.Launch;
import taskglass.task.Launch.ParentWish;
import taskglass.task.Listing;
import taskglass.task.Listing.Doings;
import taskglass.task.Listing.Sessions;
import taskglass.task.Question;
import taskglass.task.Reason;
import taskglass.task.TaskBook;
import taskglass.task.TaskStatus;

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

    private MovableClock clock = new MovableClock(Instant.EPOCH);

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = STORIES)
    void eventsTellStatusAndExactToolCalls(String name, TaskStatus status, int prompt) {
        Recording recording = Recording.of(name);
        TaskBook book = bookAt(recording.started());
        book.apply(List.of(new Change.StreamOpened(Recording.SERVER)));
        book.apply(recording.changes());
        if (status == TaskStatus.INTERRUPTED) {
            // Nothing says so but two looks at an idle session.
            land(book, recording);
            land(book, recording);
        }
        assertStory(book, recording, status, prompt);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = STORIES)
    void listingsAloneTellTheSame(String name, TaskStatus status, int prompt) {
        Recording recording = Recording.of(name);
        TaskBook book = bookAt(recording.started());
        land(book, recording);
        land(book, recording);
        assertStory(book, recording, status, prompt);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = STORIES)
    void everyEventTwiceChangesNothing(String name, TaskStatus status, int prompt) {
        Recording recording = Recording.of(name);
        TaskBook book = bookAt(recording.started());
        for (Change change : recording.changes()) {
            book.apply(List.of(change, change));
        }
        land(book, recording);
        land(book, recording);
        assertStory(book, recording, status, prompt);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"1.18.33/deleted-while-running", "1.2.27/deleted-while-running"})
    void aSessionDeletedWhileRunningIsCancelledAndNeverComesBack(String name) {
        Recording recording = Recording.of(name);
        TaskBook book = bookAt(recording.started());
        book.apply(recording.changes());
        book.apply(List.of(heard(recording, new Fact.Doing(Activity.busy()))));
        AgentTask task = book.find(recording.session()).orElseThrow();
        assertThat(task.status()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(task.outcome().orElseThrow().why().code()).isEqualTo(Reason.Code.SESSION_DELETED);
    }

    @Test
    void anAbortDuringARetryIsCancelledBecauseItWasAskedFor() {
        Recording recording = Recording.of("1.18.33/provider-500-abort");
        TaskBook book = bookAt(recording.started());
        book.apply(recording.changes());
        book.apply(List.of(new Change.CancelAsked(recording.session(), recording.started())));
        land(book, recording);
        land(book, recording);
        assertThat(book.find(recording.session()).orElseThrow().status()).isEqualTo(TaskStatus.CANCELLED);
    }

    @Test
    void anUnknownAgentFailsWithTheServersSentence() {
        Recording recording = Recording.of("1.18.33/unknown-agent");
        TaskBook book = bookAt(recording.started());
        launch(book, recording);
        book.apply(recording.changes());
        AgentTask task = book.find(recording.session()).orElseThrow();
        assertThat(task.status()).isEqualTo(TaskStatus.FAILED);
        assertThat(task.outcome().orElseThrow().why().english()).contains("no-such-agent");
    }

    @Test
    void anUnknownAgentThatAServerIsSilentAboutFailsAfterTenSeconds() {
        Recording recording = Recording.of("1.2.27/unknown-agent");
        TaskBook book = bookAt(recording.started());
        launch(book, recording);
        book.apply(recording.changes());
        assertThat(book.find(recording.session()).orElseThrow().status()).isEqualTo(TaskStatus.STARTING);
        clock.move(Launch.PATIENCE.plusMillis(1));
        land(book, recording);
        assertThat(book.find(recording.session()).orElseThrow().status()).isEqualTo(TaskStatus.FAILED);
    }

    @Test
    void theSubagentOfARootIsItsChildWithToolCallsOfItsOwn() {
        Recording recording = Recording.of("1.18.33/subagent");
        TaskBook book = bookAt(recording.started());
        book.apply(recording.changes());
        AgentTask child = book.children(recording.session()).getFirst();
        assertThat(child.session().assignment().agent()).contains("general");
        assertThat(child.run().orElseThrow().tools().count()).isEqualTo(2);
        assertThat(child.status()).isEqualTo(TaskStatus.COMPLETED);
    }

    private void assertStory(TaskBook book, Recording recording, TaskStatus status, int prompt) {
        AgentTask task = book.find(recording.session()).orElseThrow();
        assertThat(task.status()).isEqualTo(status);
        assertThat(task.run().orElseThrow().tools().count()).isEqualTo(recording.toolCallsSincePrompt(prompt));
        assertThat(task.run().orElseThrow().tools().exact()).isTrue();
    }

    private void launch(TaskBook book, Recording recording) {
        Launch launch = new Launch("a launch", clock.instant(), ParentWish.NONE, Optional.empty());
        book.apply(List.of(new Change.Launched(recording.afterwards(), launch)));
    }

    /** A listing that shows the session idle, with its messages as they are afterwards. */
    private void land(TaskBook book, Recording recording) {
        Question question = book.question(Recording.SERVER);
        book.apply(List.of(new Change.Listed(new Listing(
                question,
                clock.instant(),
                new Sessions(List.of(recording.afterwards()), false),
                List.of(new Doings(recording.directory(), Map.of())),
                List.of(recording.reading())))));
    }

    private static Change heard(Recording recording, Fact fact) {
        return new Change.Heard(recording.session(), recording.started(), fact);
    }

    private TaskBook bookAt(Instant start) {
        clock = new MovableClock(start);
        return new TaskBook(clock);
    }
}
