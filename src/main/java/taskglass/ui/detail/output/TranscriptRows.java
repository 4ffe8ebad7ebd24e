package taskglass.ui.detail.output;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import taskglass.task.TaskError;
import taskglass.task.transcript.ClippedText;
import taskglass.task.transcript.Part;
import taskglass.task.transcript.Part.Call;
import taskglass.task.transcript.Part.Place;
import taskglass.task.transcript.Part.Text;
import taskglass.task.transcript.PartLog;
import taskglass.task.transcript.Turn;
import taskglass.task.transcript.TurnError;
import taskglass.text.Texts;
import taskglass.text.VisibleText;
import taskglass.ui.frame.StatusStyle.Tone;

/** Converts each part of a transcript to rows and remembers which parts the user has expanded. */
final class TranscriptRows {
    private final Set<Place> open = new HashSet<>();
    private final GrowingText growing = new GrowingText();

    private String first = "";
    private Optional<Instant> runEnded = Optional.empty();

    /** Sets the first message of the latest run, and when that ended. Returns whether either differs from before. */
    boolean latestRun(String begun, Optional<Instant> ended) {
        boolean differs = !begun.equals(first) || !ended.equals(runEnded);
        first = begun;
        runEnded = ended;
        return differs;
    }

    void toggle(Place place) {
        if (!open.remove(place)) {
            open.add(place);
        }
    }

    boolean isOpen(Place place) {
        return open.contains(place);
    }

    /** Returns the rows at that place; none if nothing is there any more or nothing worth a row. */
    List<OutputRow> rows(PartLog log, Place place) {
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

    /** The texts at a place that are not shown because the part is collapsed. */
    Stream<String> collapsed(PartLog log, Place place) {
        return isOpen(place)
                ? Stream.empty()
                : log.find(place).stream().flatMap(TranscriptRows::within).map(VisibleText::asWritten);
    }

    private static Stream<String> within(Part part) {
        return switch (part) {
            case Call call ->
                Stream.of(
                        visible(call.content().input()).text(),
                        call.content().output().text());
            case Text text -> text.reasoning() ? Stream.of(text.text().text()) : Stream.empty();
        };
    }

    private static List<OutputRow> ending(Turn turn, Place place) {
        Optional<TaskError> error = turn.error().map(TurnError::what);
        return error.filter(TaskError::aborted).isPresent()
                ? List.of(new OutputRow.Note(place, Texts.of("detail.output.aborted"), Tone.MUTED))
                : error.map(what -> failure(place, what)).orElseGet(List::of);
    }

    private static List<OutputRow> failure(Place place, TaskError error) {
        boolean nameSaysMore =
                !error.message().contains(error.name()) && !error.name().equals(TaskError.REJECTED);
        return failure(place, nameSaysMore ? error.name() + ": " + error.message() : error.message());
    }

    /** The rows for an error text; none if it is empty. */
    static List<OutputRow> failure(Place place, String text) {
        return Markdown.chunks(text).stream()
                .<OutputRow>map(lines -> new OutputRow.Failure(place, lines))
                .toList();
    }

    private List<OutputRow> call(Call known) {
        Call call = known.within(first, runEnded);
        List<OutputRow> rows = new ArrayList<>();
        rows.add(new OutputRow.CallLine(call.place(), call, isOpen(call.place())));
        if (isOpen(call.place())) {
            printed(rows, call, "detail.call.input", visible(call.content().input()), false);
            boolean failed = call.failed() && call.content().exit().isEmpty();
            printed(rows, call, "detail.call.output", call.content().output(), failed);
        }
        return rows;
    }

    /** The input of a call, with invisible characters made visible. The output is shown unchanged. */
    private static ClippedText visible(ClippedText text) {
        String shown = VisibleText.lines(text.text());
        return new ClippedText(
                shown, shown.length() + text.length() - text.text().length());
    }

    private static void printed(List<OutputRow> rows, Call call, String caption, ClippedText text, boolean failed) {
        String none = text.text().isBlank() ? Texts.of("detail.call.nothing") : "";
        rows.add(new OutputRow.Caption(call.place(), Texts.of(caption, none).strip()));
        Markdown.chunks(text.text()).forEach(lines -> rows.add(new OutputRow.Printed(call.place(), lines, failed)));
        cut(rows, call.place(), text);
    }

    private List<OutputRow> thought(Text text) {
        List<OutputRow> rows = new ArrayList<>();
        if (text.text().text().isBlank()) {
            return rows;
        }
        rows.add(new OutputRow.ThoughtLine(text.place(), thinking(text), isOpen(text.place())));
        if (isOpen(text.place())) {
            rows.addAll(Markdown.rows(
                    text.place(), OutputRow.Voice.THOUGHT, text.text().text()));
            cut(rows, text.place(), text.text());
        }
        return rows;
    }

    private static String thinking(Text text) {
        if (text.open()) {
            return Texts.of("detail.thinking");
        }
        return text.span()
                .ended()
                .flatMap(text.span()::length)
                .map(took -> Texts.of("detail.thought", CallText.length(took)))
                .orElseGet(() -> Texts.of("detail.thought.untimed"));
    }

    private List<OutputRow> text(PartLog log, Text text) {
        boolean prompt = log.turn(text.place().message()).filter(Turn::prompt).isPresent();
        OutputRow.Voice voice = prompt ? OutputRow.Voice.PROMPT : OutputRow.Voice.ANSWER;
        List<OutputRow> rows = new ArrayList<>(growing.rows(text, voice));
        cut(rows, text.place(), text.text());
        if (!text.whole() && text.open() && !log.closed(text.place()) && !rows.isEmpty()) {
            rows.addFirst(new OutputRow.Note(text.place(), Texts.of("detail.output.partial"), Tone.MUTED));
        }
        return rows;
    }

    private static void cut(List<OutputRow> rows, Place place, ClippedText text) {
        if (text.cut()) {
            rows.add(new OutputRow.Note(
                    place, Texts.of("detail.output.cut", ClippedText.MOST / 1024, text.length() / 1024), Tone.WARNING));
        }
    }
}
