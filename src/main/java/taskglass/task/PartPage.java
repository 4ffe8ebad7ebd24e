package taskglass.task;

import java.util.List;

/**
 * A page of a transcript, oldest first.
 *
 * @param before where the page before it ends, "" where there is none
 */
public record PartPage(List<PartNews> news, String before) {}
