package taskglass.ui.detail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import taskglass.task.Clip;
import taskglass.task.Part;
import taskglass.task.Part.Call;
import taskglass.task.Part.Place;
import taskglass.task.Part.Text;
import taskglass.task.PartLog;
import taskglass.task.Turn;
import taskglass.ui.frame.StatusLook.Tone;
import taskglass.words.VisibleText;
import taskglass.words.Words;

/** Converts each part of a transcript to rows and remembers which parts the user has expanded. */
final class Sections {
    private final Set<Place> open = new HashSet<>();
    private final GrowingText growing = new GrowingText();

    void toggle(Place place) {
        if (!open.remove(place)) {
            open.add(place);
        }
    }

    boolean isOpen(Place place) {
        return open.contains(place);
    }

    /** Returns the rows at that place; none if nothing is there any more or nothing worth a row. */
    List<Row> rows(PartLog log, Place place) {
        Optional<Part> part = log.find(place);
        if (part.isEmpty()) {
            return place.equals(Place.endOf(place.message()))
                    ? log.turn(place.message()).map(turn -> ending(turn, place)).orElseGet(List::of)
                    : List.of();
        }
        return switch (part.get()) {
            case Call call -> call(call);
            case Text text when text.reasoning() -> thought(text);
            case Text text -> text(log, text);
        };
    }

    private static List<Row> ending(Turn turn, Place place) {
        return turn.error().stream()
                .<Row>map(error -> new Row.Note(place, Words.of("detail.output.error"), Tone.DANGER))
                .toList();
    }

    private List<Row> call(Call call) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row.CallLine(call.place(), call, isOpen(call.place())));
        if (isOpen(call.place())) {
            printed(rows, call, "detail.call.input", visible(call.content().input()), false);
            boolean failed = call.failed() && call.content().exit().isEmpty();
            printed(rows, call, "detail.call.output", call.content().output(), failed);
        }
        return rows;
    }

    /** The input of a call, with invisible characters made visible. The output is shown unchanged. */
    private static Clip visible(Clip text) {
        String shown = VisibleText.lines(text.text());
        return new Clip(shown, shown.length() + text.length() - text.text().length());
    }

    private static void printed(List<Row> rows, Call call, String caption, Clip text, boolean failed) {
        String none = text.text().isBlank() ? Words.of("detail.call.nothing") : "";
        rows.add(new Row.Caption(call.place(), Words.of(caption, none).strip()));
        Markdown.chunks(text.text()).forEach(lines -> rows.add(new Row.Printed(call.place(), lines, failed)));
        cut(rows, call.place(), text);
    }

    private List<Row> thought(Text text) {
        List<Row> rows = new ArrayList<>();
        if (text.text().text().isBlank()) {
            return rows;
        }
        rows.add(new Row.ThoughtLine(text.place(), thinking(text), isOpen(text.place())));
        if (isOpen(text.place())) {
            rows.addAll(
                    Markdown.rows(text.place(), Row.Voice.THOUGHT, text.text().text()));
            cut(rows, text.place(), text.text());
        }
        return rows;
    }

    private static String thinking(Text text) {
        if (text.open()) {
            return Words.of("detail.thinking");
        }
        return text.span()
                .ended()
                .flatMap(text.span()::length)
                .map(took -> Words.of("detail.thought", CallText.length(took)))
                .orElseGet(() -> Words.of("detail.thought.untimed"));
    }

    private List<Row> text(PartLog log, Text text) {
        boolean prompt = log.turn(text.place().message()).filter(Turn::prompt).isPresent();
        Row.Voice voice = prompt ? Row.Voice.PROMPT : Row.Voice.ANSWER;
        List<Row> rows = new ArrayList<>(growing.rows(text, voice));
        cut(rows, text.place(), text.text());
        if (!text.whole() && text.open() && !log.closed(text.place()) && !rows.isEmpty()) {
            rows.addFirst(new Row.Note(text.place(), Words.of("detail.output.partial"), Tone.MUTED));
        }
        return rows;
    }

    private static void cut(List<Row> rows, Place place, Clip text) {
        if (text.cut()) {
            rows.add(new Row.Note(
                    place, Words.of("detail.output.cut", Clip.MOST / 1024, text.length() / 1024), Tone.WARNING));
        }
    }
}
