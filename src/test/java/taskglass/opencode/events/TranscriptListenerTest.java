package taskglass.opencode.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.opencode.Recording;
import taskglass.opencode.wire.PartWire;
import taskglass.task.transcript.PartLog;
import taskglass.task.transcript.PartUpdate;

/** What recorded streams tell of the one session that is followed: the same as its transcript afterwards. */
class TranscriptListenerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.18.33/three-tools",
                "1.18.33/parallel-tools",
                "1.18.33/provider-400",
                "1.18.33/subagent",
                "1.2.27/three-tools",
                "1.2.27/parallel-tools",
                "1.2.27/provider-400",
                "1.2.27/subagent"
            })
    void theStreamAloneTellsTheTranscript(String name) throws IOException {
        Recording recording = Recording.of(name);
        PartLog log = new PartLog();
        log.apply(updates(recording, recording.session().session()));
        PartLog read = new PartLog();
        recording.json().at("/rest/messages").forEach(message -> read.apply(PartWire.updates(message)));
        assertThat(log.parts()).containsExactlyElementsOf(read.parts());
        assertThat(log.turns()).containsExactlyElementsOf(read.turns());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.18.33/three-tools", "1.2.27/three-tools"})
    void ofOtherSessionsNothingIsReceived(String name) throws IOException {
        assertThat(updates(Recording.of(name), "ses_other")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.18.33/todos", "1.2.27/todos"})
    void theTodoListIsReceivedAsItIsInTheEnd(String name) throws IOException {
        Recording recording = Recording.of(name);
        List<PartUpdate> updates = updates(recording, recording.session().session());
        PartUpdate last = updates.stream()
                .filter(PartUpdate.Planned.class::isInstance)
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(last)
                .isEqualTo(
                        new PartUpdate.Planned(PartWire.todos(recording.json().at("/rest/todo"))));
    }

    private static List<PartUpdate> updates(Recording recording, String session) throws IOException {
        List<PartUpdate> updates = new ArrayList<>();
        EventWire wire = new EventWire(Recording.SERVER);
        wire.listen(Optional.of(new TranscriptListener(session, updates::add)));
        for (var event : recording.json().path("events")) {
            wire.parse(event.path("data").toString());
        }
        return updates;
    }
}
