package taskglass.ledger.record;

import java.time.Instant;
import java.util.List;

/**
 * What was looked at on one server before.
 *
 * @param since when Taskglass first saw this server: what ended before that is not new
 */
public record SeenBefore(Instant since, List<SeenMark> marks) {
    public SeenBefore {
        marks = List.copyOf(marks);
    }
}
