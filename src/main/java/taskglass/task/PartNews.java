package taskglass.task;

import java.util.List;
import java.util.Optional;
import taskglass.task.Part.Place;

/** One thing learnt about the session that is followed, from its transcript or from the event stream. */
public sealed interface PartNews {
    /** A message as it stands, without its parts. */
    record Turned(Turn turn) implements PartNews {}

    /** A part as it stands. */
    record Told(Part part) implements PartNews {}

    /** A text has grown by a piece. */
    record Grew(Place place, String piece) implements PartNews {}

    /** The agent's to-do list has changed. */
    record Planned(List<TodoItem> todos) implements PartNews {}

    /** A message was removed, or one part of it. */
    record Gone(String message, Optional<String> part) implements PartNews {}

    /** The files that the run has changed are others by now. */
    record FilesChanged() implements PartNews {}
}
