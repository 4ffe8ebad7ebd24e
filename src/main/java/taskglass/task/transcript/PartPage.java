package taskglass.task.transcript;

import java.util.List;

/**
 * A page of a transcript, oldest first.
 *
 * @param before where the previous page ends, "" if there is none
 */
public record PartPage(List<PartUpdate> updates, String before) {}
