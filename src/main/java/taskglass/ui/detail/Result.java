package taskglass.ui.detail;

import java.util.stream.Collectors;
import taskglass.task.transcript.Part.Text;
import taskglass.task.transcript.PartLog;
import taskglass.task.transcript.Turn;

/** The result of a task: the text of its last message that has any. */
final class Result {
    private Result() {}

    /** Returns "" if the agent has written nothing. */
    static String of(PartLog log) {
        return log.newestTurns().stream()
                .filter(turn -> !turn.prompt())
                .map(turn -> text(log, turn))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** The text of a message, without reasoning. It was written by the user or by an agent. */
    static String text(PartLog log, Turn turn) {
        return log.parts(turn.id()).stream()
                .filter(part -> part instanceof Text text && !text.reasoning())
                .map(part -> ((Text) part).text().text())
                .collect(Collectors.joining("\n\n"))
                .strip();
    }
}
