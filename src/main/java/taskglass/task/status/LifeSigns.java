package taskglass.task.status;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import taskglass.task.ToolCall;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.Run;

/**
 * When a task last showed a sign of life. An event is one, and so is whatever a listing or a reading shows: without an
 * event stream, only the times in what was read tell that an agent goes on.
 */
final class LifeSigns {
    private LifeSigns() {}

    static Instant last(AgentTask task) {
        Stream<Instant> known = Stream.of(
                task.presence().lastEvent(),
                task.session().updated(),
                task.sessionActivity().since());
        return Stream.concat(known, task.run().stream().flatMap(LifeSigns::read))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static Stream<Instant> read(Run run) {
        return Stream.of(
                        run.last().map(AssistantMessage::created),
                        run.ended(),
                        run.tools().last().flatMap(ToolCall::started))
                .flatMap(Optional::stream);
    }
}
