package taskglass.ui.detail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import taskglass.task.TaskError;
import taskglass.task.ToolCall;
import taskglass.task.transcript.ClippedText;
import taskglass.task.transcript.Part;
import taskglass.task.transcript.Part.Call;
import taskglass.task.transcript.Part.Content;
import taskglass.task.transcript.Part.Place;
import taskglass.task.transcript.Part.Span;
import taskglass.task.transcript.Part.Text;
import taskglass.task.transcript.PartLog;
import taskglass.task.transcript.PartUpdate;
import taskglass.task.transcript.Turn;
import taskglass.task.transcript.TurnError;

/** Transcripts made up for pictures and measurements: one of everything that can stand in one, and a very long one. */
public final class SampleLog {
    public static final Instant THEN = Instant.parse("2026-11-22T12:41:08Z");

    public static final String MARKDOWN = """
        ## What was wrong

        The record `Token` needs a *canonical* constructor that **rejects null kinds**. I’ll add it and rerun the tests:

        1. change `Token.java`
        2. run the tests, which takes a while because the whole module has to be compiled again from the very beginning
           - only `TokenTest` matters
           - the others follow
        3. report

        > A record’s compact constructor may normalise its arguments.

        ```java
        record Token(Kind kind, String text) {
            Token {
                Objects.requireNonNull(kind);
            }
        }
        ```

        | file | lines | why |
        |---|---|---|
        | Token.java | 6 | the check |
        | TokenTest.java | 12 | kindOfEof |

        ---

        See [the specification](https://example.org/spec) for more.
        """;

    private final PartLog log = new PartLog();
    private final List<PartUpdate> news = new ArrayList<>();
    private int next;

    /** One of everything. */
    public static PartLog everything() {
        SampleLog sample = new SampleLog();
        sample.turn("msg_1", true, Optional.empty());
        sample.text(
                "msg_1",
                false,
                "Port the parser to records. Keep its public methods and run the tests after each file.");
        sample.turn("msg_2", false, Optional.empty());
        sample.text("msg_2", true, "The user wants records.\n\nI should look at the parser first.");
        sample.call(
                "msg_2",
                "read",
                0,
                1,
                "src/main/java/parse/Token.java",
                "1: package parse;\n2: ",
                0,
                ToolCall.State.COMPLETED);
        sample.call("msg_2", "grep", 1, 2, "Token\\.kind", "14 matches", 0, ToolCall.State.COMPLETED);
        sample.text("msg_2", false, MARKDOWN);
        sample.call(
                "msg_2",
                "bash",
                4,
                13,
                "mvn -q test",
                "[ERROR] TokenTest.kindOfEof: expected EOF but was null\n".repeat(3),
                1,
                ToolCall.State.COMPLETED);
        sample.call(
                "msg_2",
                "edit",
                16,
                17,
                "src/main/java/parse/Token.java",
                "String not found in content",
                0,
                ToolCall.State.ERROR);
        sample.call(
                "msg_2",
                "edit",
                18,
                19,
                "src/main/java/parse/a/very/long/path/that/never/ends/because/somebody/liked/folders/Token.java",
                "Edit applied.",
                0,
                ToolCall.State.COMPLETED);
        sample.call("msg_2", "task", 20, -1, "Find every use of Token.kind", "", 0, ToolCall.State.RUNNING);
        sample.text("msg_2", false, "The tests pass now.");
        sample.turn("msg_2", false, Optional.of("{\n  \"name\": \"APIError\"\n}"));
        return sample.build();
    }

    /** So many parts, every fourth a text, the others calls. */
    public static PartLog longOne(int parts) {
        SampleLog sample = new SampleLog();
        for (int i = 0; i < parts; i++) {
            String message = "msg_%06d".formatted(i / 4);
            if (i % 4 == 0) {
                sample.turn(message, false, Optional.empty());
                sample.text(message, false, "Step " + i + " of **many**. " + "It says a thing or two. ".repeat(i % 7));
            } else {
                sample.call(
                        message, "bash", i, i + 1, "echo " + i, "line\n".repeat(i % 50), 0, ToolCall.State.COMPLETED);
            }
        }
        return sample.build();
    }

    private PartLog build() {
        log.apply(news);
        return log;
    }

    private void turn(String id, boolean prompt, Optional<String> error) {
        news.add(new PartUpdate.Turned(
                new Turn(id, prompt, THEN, Optional.of(THEN.plusSeconds(40)), error.map(SampleLog::failure), 18_000)));
    }

    private static TurnError failure(String raw) {
        return new TurnError(new TaskError("APIError", "Your credit balance is too low."), ClippedText.of(raw));
    }

    private void text(String message, boolean reasoning, String words) {
        Span span = new Span(Optional.of(THEN), Optional.of(THEN.plusSeconds(4)));
        tell(new Text(place(message), reasoning, ClippedText.of(words), span, true));
    }

    private void call(
            String message,
            String tool,
            int from,
            int to,
            String title,
            String output,
            int exit,
            ToolCall.State state) {
        Optional<Instant> end = to < 0 ? Optional.empty() : Optional.of(THEN.plusSeconds(to));
        OptionalInt status = tool.equals("bash") ? OptionalInt.of(exit) : OptionalInt.empty();
        tell(new Call(
                place(message),
                tool,
                state,
                new Span(Optional.of(THEN.plusSeconds(from)), end),
                new Content(title, ClippedText.of("command: " + title), ClippedText.of(output), status)));
    }

    private Place place(String message) {
        return new Place(message, "prt_%06d".formatted(next++));
    }

    private void tell(Part part) {
        news.add(new PartUpdate.Changed(part));
    }
}
