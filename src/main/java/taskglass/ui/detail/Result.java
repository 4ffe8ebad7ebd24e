package taskglass.ui.detail;

import java.util.stream.Collectors;
import taskglass.task.Part.Text;
import taskglass.task.PartLog;
import taskglass.task.Turn;

/** What a task has come to: the text of its last message that has any. */
final class Result {
    private Result() {}

    /** "" where the agent has written nothing. */
    static String of(PartLog log) {
        return log.newestTurns().stream()
                .filter(turn -> !turn.prompt())
                .map(turn -> text(log, turn))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** What a person, or another agent, wrote in that message. */
    static String text(PartLog log, Turn turn) {
        return log.parts(turn.id()).stream()
                .filter(part -> part instanceof Text text && !text.reasoning())
                .map(part -> ((Text) part).text().text())
                .collect(Collectors.joining("\n\n"))
                .strip();
    }
}
