package taskglass.task.transcript;

import java.util.List;
import java.util.Optional;
import taskglass.task.TodoItem;
import taskglass.task.transcript.Part.Place;

/** One fact about the session shown in detail, from its transcript or from the event stream. */
public sealed interface PartUpdate {
    /** The current state of a message, without its parts. */
    record Turned(Turn turn) implements PartUpdate {}

    /** The current state of a part. */
    record Changed(Part part) implements PartUpdate {}

    /** A text has grown by a piece. */
    record Grew(Place place, String piece) implements PartUpdate {}

    /** The agent's to-do list has changed. */
    record Planned(List<TodoItem> todos) implements PartUpdate {}

    /** A message was removed, or one part of it. */
    record Gone(String message, Optional<String> part) implements PartUpdate {}

    /** The set of files that the run has changed is out of date. */
    record FilesChanged() implements PartUpdate {}
}
