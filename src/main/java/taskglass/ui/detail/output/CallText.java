package taskglass.ui.detail.output;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import taskglass.task.Elapsed;
import taskglass.task.ToolCall.State;
import taskglass.task.transcript.Part.Call;
import taskglass.text.Texts;
import taskglass.text.VisibleText;

/** The text of a tool call. */
public final class CallText {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private CallText() {}

    public static String time(Instant at) {
        return CLOCK.format(at.atZone(ZoneId.systemDefault()));
    }

    /** The start time; "" if unknown. */
    static String began(Call call) {
        return call.span().started().map(CallText::time).orElse("");
    }

    /** The state of the call and how long it took. A time alone says that it is done. */
    static String state(Call call) {
        Optional<String> took =
                call.span().ended().flatMap(end -> call.span().length(end)).map(CallText::length);
        boolean plain = call.state() == State.COMPLETED && call.content().exit().isEmpty() && took.isPresent();
        return Stream.of(Optional.of(word(call)).filter(word -> !plain), took)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private static String word(Call call) {
        return switch (call.state()) {
            case PENDING -> Texts.of("detail.call.PENDING");
            case RUNNING -> Texts.of("detail.call.RUNNING");
            case UNFINISHED -> Texts.of("detail.call.UNFINISHED");
            case ERROR -> Texts.of("detail.call.ERROR");
            case REJECTED -> Texts.of("detail.call.REJECTED");
            case COMPLETED ->
                call.content().exit().isPresent()
                        ? Texts.of("detail.call.exit", call.content().exit().getAsInt())
                        : Texts.of("detail.call.COMPLETED");
        };
    }

    /** Tenths of a second matter for most calls, but not for calls longer than a minute. */
    static String length(Duration length) {
        return length.toMinutes() > 0 ? Elapsed.text(length) : Texts.of("detail.seconds", length.toMillis() / 1000.0);
    }

    /** All of it on one line. */
    public static String line(Call call) {
        return Stream.of(
                        began(call),
                        VisibleText.name(call.tool()),
                        VisibleText.line(call.content().title()),
                        state(call))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("  "));
    }

    public static boolean going(Call call) {
        return call.state() == State.PENDING || call.state() == State.RUNNING;
    }
}
