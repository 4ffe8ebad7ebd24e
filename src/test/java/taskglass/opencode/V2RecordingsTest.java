package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import taskglass.task.TaskStatus;
import taskglass.task.request.Attention;
import taskglass.task.request.RequestContent;
import taskglass.task.status.AgentTask;
import taskglass.task.store.Change;
import taskglass.task.store.TaskStore;

/** What recorded V2 servers said ends as it truly did: by events, by lists, and by lists with the durable log. */
class V2RecordingsTest {
    /** Long enough for a message that nobody finishes to count as left behind. */
    private static final int LOOKS = 34;

    static Stream<Expected> stories() {
        return Expected.all().stream().filter(Expected::ran);
    }

    static Stream<Expected> storiesWithoutARun() {
        return Expected.all().stream().filter(story -> !story.ran());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void eventsAloneTellStatusCallsAndWhatWasAsked(Expected story) {
        Replay replay = new Replay(story.recording());
        List<Attention> asked = new ArrayList<>();
        for (Change change : replay.recording.changes()) {
            replay.apply(change);
            replay.store
                    .find(replay.recording.session())
                    .ifPresent(task -> task.attention().stream()
                            .filter(ask ->
                                    asked.stream().noneMatch(known -> known.id().equals(ask.id())))
                            .forEach(asked::add));
        }
        assertStory(story, replay.store, replay.task(), Set.of(story.status()));
        assertThat(asked.stream().map(V2RecordingsTest::textOf))
                .isEqualTo(story.attention().map(V2RecordingsTest::textOf).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void everyEventTwiceTellsTheSame(Expected story) {
        Replay replay = new Replay(story.recording());
        replay.recording.changes(2).forEach(replay::apply);
        assertStory(story, replay.store, replay.task(), Set.of(story.status()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void listingsAloneTellWhatListsCanTell(Expected story) throws IOException {
        Recording recording = Recording.of(story.recording());
        try (ListedStore listed = new ListedStore(recording, false).poll(LOOKS)) {
            assertStory(story, listed.store, listed.task(recording.session()), story.byListing());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void listingsAndTheDurableLogTellAll(Expected story) throws IOException {
        Recording recording = Recording.of(story.recording());
        try (ListedStore listed = new ListedStore(recording, true).poll(LOOKS)) {
            assertStory(story, listed.store, listed.task(recording.session()), Set.of(story.status()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("storiesWithoutARun")
    void whatNeverRanOrIsGoneHasNoOutcomeOfItsOwn(Expected story) {
        Replay replay = new Replay(story.recording()).play();
        Optional<TaskStatus> status =
                replay.store.find(replay.recording.session()).map(AgentTask::status);
        assertThat(status.orElse(TaskStatus.IDLE)).isIn(TaskStatus.IDLE, TaskStatus.CANCELLED);
    }

    private static void assertStory(Expected story, TaskStore store, AgentTask task, Set<TaskStatus> status) {
        assertThat(task.status()).as("status").isIn(status);
        assertThat(calls(task)).as("calls").isEqualTo(story.toolCalls());
        assertThat(task.run().orElseThrow().tools().exact()).as("exact").isTrue();
        List<AgentTask> children = store.children(task.key());
        for (JsonNode expected : story.children()) {
            AgentTask child = children.stream()
                    .filter(one ->
                            one.session().title().equals(expected.path("title").asText()))
                    .findFirst()
                    .orElseThrow();
            assertThat(child.status()).isEqualTo(Expected.status(expected.path("status")));
            assertThat(calls(child)).isEqualTo(expected.path("toolCalls").asInt());
        }
        if (story.json().has("title")) {
            assertThat(task.session().title())
                    .isEqualTo(story.json().path("title").asText());
        }
        if (story.json().has("error")) {
            assertThat(task.outcome().orElseThrow().why().english())
                    .isEqualTo(story.json().path("error").asText());
        }
    }

    private static int calls(AgentTask task) {
        return task.run().map(run -> run.tools().count()).orElse(0);
    }

    private static List<String> textOf(Attention ask) {
        return switch (ask.asking()) {
            case RequestContent.Permission permission -> List.of("permission", ask.topic(), ask.detail());
            case RequestContent.Questions(var inquiries) ->
                List.of(
                        "question",
                        inquiries.getFirst().heading(),
                        inquiries.getFirst().text());
        };
    }

    private static List<String> textOf(JsonNode expected) {
        return expected.path("kind").asText().equals("permission")
                ? List.of(
                        "permission",
                        expected.path("action").asText(),
                        expected.at("/resources/0").asText())
                : List.of(
                        "question",
                        expected.path("header").asText(),
                        expected.path("question").asText());
    }
}
