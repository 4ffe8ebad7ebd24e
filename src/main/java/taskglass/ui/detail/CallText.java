package taskglass.ui.detail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import taskglass.task.Elapsed;
import taskglass.task.Part.Call;
import taskglass.task.ToolCall.State;
import taskglass.words.VisibleText;
import taskglass.words.Words;

/** The text of a tool call. */
final class CallText {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private CallText() {}

    static String time(Instant at) {
        return CLOCK.format(at.atZone(ZoneId.systemDefault()));
    }

    /** The start time; "" if unknown. */
    static String began(Call call) {
        return call.span().started().map(CallText::time).orElse("");
    }

    /** The state of the call and how long it took. */
    static String state(Call call) {
        Optional<String> took =
                call.span().ended().flatMap(end -> call.span().length(end)).map(CallText::length);
        return Stream.of(Optional.of(word(call)), took)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private static String word(Call call) {
        return switch (call.state()) {
            case PENDING -> Words.of("detail.call.PENDING");
            case RUNNING -> Words.of("detail.call.RUNNING");
            case ERROR -> Words.of("detail.call.ERROR");
            case REJECTED -> Words.of("detail.call.REJECTED");
            case COMPLETED ->
                call.content().exit().isPresent()
                        ? Words.of("detail.call.exit", call.content().exit().getAsInt())
                        : Words.of("detail.call.COMPLETED");
        };
    }

    /** Tenths of a second matter for most calls, but not for calls longer than a minute. */
    static String length(Duration length) {
        return length.toMinutes() > 0 ? Elapsed.words(length) : Words.of("detail.seconds", length.toMillis() / 1000.0);
    }

    /** All of it on one line. */
    static String line(Call call) {
        return Stream.of(
                        began(call),
                        VisibleText.name(call.tool()),
                        VisibleText.line(call.content().title()),
                        state(call))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("  "));
    }

    static boolean going(Call call) {
        return call.state() == State.PENDING || call.state() == State.RUNNING;
    }
}
