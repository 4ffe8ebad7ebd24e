package taskglass.shell.output;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import taskglass.task.transcript.Part;
import taskglass.task.transcript.Part.Place;
import taskglass.task.transcript.PartLog;
import taskglass.task.transcript.Turn;

/** What a run has written, piece by piece as it grows. */
public final class RunText {
    private final String prompt;
    private final Map<Place, String> given = new HashMap<>();
    private Optional<Place> latest = Optional.empty();
    private boolean cut;

    /** {@code prompt} is the id of the prompt that began the run, "" if it is not known. */
    public RunText(String prompt) {
        this.prompt = prompt;
    }

    /** Whether some text was too long to be kept whole. */
    public boolean cut() {
        return cut;
    }

    /** Whether nothing has been written so far. */
    public boolean isEmpty() {
        return latest.isEmpty();
    }

    /**
     * Returns what has been added since the last call. Of a text that is being written, the last word is kept back: it
     * may be half a word. A text of which a piece was missed, and all after it, waits until its server has the whole.
     *
     * @param whole whether nothing more will be written
     */
    public String next(PartLog log, boolean whole) {
        StringBuilder piece = new StringBuilder();
        String first = prompt.isEmpty() ? newestPrompt(log) : prompt;
        for (Part part : log.parts()) {
            if (part instanceof Part.Text text && isAnswer(log, text, first)) {
                if (!whole && !text.whole() && text.open()) {
                    break;
                }
                add(text, whole || !text.open() || log.closed(text.place()), piece);
            }
        }
        return piece.toString();
    }

    private static String newestPrompt(PartLog log) {
        return log.newestTurns().stream()
                .filter(Turn::prompt)
                .map(Turn::id)
                .findFirst()
                .orElse("");
    }

    private static boolean isAnswer(PartLog log, Part.Text text, String first) {
        String message = text.place().message();
        return !text.reasoning()
                && message.compareTo(first) > 0
                && log.turn(message).filter(turn -> !turn.prompt()).isPresent();
    }

    private void add(Part.Text text, boolean whole, StringBuilder piece) {
        String now = written(text.text().text(), whole);
        String before = given.getOrDefault(text.place(), "");
        cut |= text.text().cut();
        if (now.isEmpty() || now.equals(before)) {
            return;
        }
        boolean same = latest.equals(Optional.of(text.place()));
        boolean goesOn = now.startsWith(before);
        if (latest.isPresent() && !(same && goesOn)) {
            piece.append("\n\n");
        }
        piece.append(goesOn && (same || before.isEmpty()) ? now.substring(before.length()) : now);
        given.put(text.place(), now);
        latest = Optional.of(text.place());
    }

    private static String written(String text, boolean whole) {
        int end = text.length();
        while (!whole && end > 0 && !Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing();
    }
}
