package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;
import static taskglass.task.TaskStatus.RUNNING;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.opencode.events.EventWire;
import taskglass.task.Todos;
import taskglass.task.run.ToolTally;
import taskglass.task.store.Change;

/** Traps 7, 8, 10, 11, 26 and 28, on what real servers said: what events tell, and what they do not. */
class StreamTrapsTest {
    private final EventWire wire = new EventWire(Recording.SERVER);

    @ParameterizedTest
    @ValueSource(strings = {"1.2.27", "1.18.33"})
    void trap07ACallThatIsReportedSeveralTimesIsCountedOnce(String version) {
        Replay replay = new Replay(version + "/three-tools").play();
        long reported = replay.recording.eventsOfType("message.part.updated").stream()
                .filter(event -> event.at("/properties/part/type").asText().equals("tool"))
                .count();
        assertThat(reported).isGreaterThanOrEqualTo(9);
        assertThat(replay.task().run().orElseThrow().tools().count()).isEqualTo(3);
    }

    @Test
    void trap08APartNamesItsSessionItself() {
        Replay replay = new Replay("1.2.27/three-tools").play();
        assertThat(replay.recording.eventsOfType("message.part.updated"))
                .noneMatch(event -> event.path("properties").has("sessionID"));
        assertThat(replay.task().run().orElseThrow().tools().count()).isEqualTo(3);
    }

    @Test
    void trap10TheSecondTellingOfADurableEventIsNotEvenRead() throws IOException {
        List<JsonNode> doubles = Recording.of("1.18.33/three-tools").eventsOfType("sync");
        assertThat(doubles).isNotEmpty();
        // What follows the type is no JSON at all, and nobody minds.
        assertThat(wire.parse("{\"directory\":\"/p\",\"payload\":{\"type\":\"sync\",\"syncEvent\":{{{"))
                .isEmpty();
    }

    @Test
    void trap11AfterEachReconnectAllIsListedAgain() {
        Replay replay = new Replay("1.18.33/three-tools").landAll();
        assertThat(replay.store.nextRequest(Recording.SERVER).since()).isPresent();
        replay.apply(new Change.StreamLost(Recording.SERVER)).apply(new Change.StreamOpened(Recording.SERVER));
        assertThat(replay.store.nextRequest(Recording.SERVER).since()).isEmpty();
    }

    @Test
    void trap11ARunningTaskIsReadAgainAfterAReconnect() {
        Replay replay = new Replay("1.18.33/three-tools").playUntil(RUNNING);
        replay.apply(new Change.StreamLost(Recording.SERVER)).apply(new Change.StreamOpened(Recording.SERVER));
        assertThat(replay.store.nextRequest(Recording.SERVER).reads())
                .extracting(read -> read.session().key())
                .containsExactly(replay.recording.session());
    }

    @Test
    void trap26AnErrorThatNamesNoSessionIsAboutNobody() throws IOException {
        assertThat(wire.parse("{\"payload\":{\"type\":\"session.error\",\"properties\":{\"error\":{}}}}"))
                .isEmpty();
    }

    @Test
    void trap26ATypeThatNobodyKnowsIsIgnoredAndCounted() throws IOException {
        for (String type : List.of("session.dreamt", "session.dreamt", "server.heartbeat", "session.idle")) {
            wire.parse("{\"payload\":{\"type\":\"%s\",\"properties\":{}}}".formatted(type));
        }
        assertThat(wire.unknown().counts()).containsExactly(Map.entry("session.dreamt", 2L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.27/three-tools", "1.18.33/three-tools", "1.18.33/permission-once", "1.18.33/todos"})
    void trap26AllTypesOfKnownServersAreKnown(String name) throws IOException {
        for (JsonNode event : Recording.of(name).json().path("events")) {
            wire.parse(event.path("data").toString());
        }
        assertThat(wire.unknown().counts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.27", "1.18.33"})
    void trap28TheAgentsTodosAreWhatTheServerSaysOfThem(String version) {
        Replay replay = new Replay(version + "/todos").play();
        JsonNode todos = replay.recording.json().at("/rest/todo");
        long done = todos.valueStream()
                .filter(todo -> todo.path("status").asText().equals("completed"))
                .count();
        assertThat(replay.task().run().map(run -> run.tools()).flatMap(ToolTally::todos))
                .contains(new Todos((int) done, todos.size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.27", "1.18.33"})
    void trap28TheTodosOfARunThatWasNotReceivedAreReadWithItsCalls(String version) {
        Replay replay = new Replay(version + "/todos").list();
        assertThat(replay.task().run().map(run -> run.tools()).flatMap(ToolTally::todos))
                .contains(new Todos(2, 3));
    }
}
