package taskglass.words;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import taskglass.task.Answering;
import taskglass.task.Attention;

/** What a permission request or a question asks, in words that follow "It". */
public final class AttentionWords {
    /** The permissions of which OpenCode's own tools ask, as it names them; others are named as they are. */
    private static final Set<String> KNOWN = Set.of(
            "bash",
            "shell",
            "edit",
            "read",
            "webfetch",
            "websearch",
            "task",
            "subagent",
            "external_directory",
            "doom_loop",
            "skill");

    /** Stands for the subject in a sentence that is to be cut there. */
    private static final String HERE = "\u0000";

    private static final String QUOTES = "[“”„«»‹›]";

    private AttentionWords() {}

    /** A sentence cut at what it is about, which is shown in a type of its own instead of quotes; "" where it has none. */
    public record Sentence(String before, String subject, String after) {
        /** As one would say it. */
        public String whole() {
            return (before + " " + subject + " " + after).strip();
        }
    }

    public static String of(Attention request) {
        return of(request, request.detail());
    }

    /** The same in pieces, in one line. */
    public static Sentence sentence(Attention request) {
        String subject = request.detail().lines().map(String::strip).collect(Collectors.joining(" "));
        if (request.kind() == Attention.Kind.QUESTION || subject.isEmpty()) {
            return new Sentence(of(request, subject), "", "");
        }
        String[] pieces = of(request, HERE).split(HERE, 2);
        return new Sentence(
                pieces[0].replaceFirst(QUOTES + "$", "").strip(),
                subject,
                pieces[1].replaceFirst("^" + QUOTES, "").strip());
    }

    private static String of(Attention request, String detail) {
        if (request.kind() == Attention.Kind.QUESTION) {
            return Words.of("asks.question", detail.isEmpty() ? request.topic() : detail);
        }
        if (detail.isEmpty()) {
            return Words.of("asks.other.bare", request.topic());
        }
        return KNOWN.contains(request.topic())
                ? Words.of("asks." + request.topic(), detail)
                : Words.of("asks.other", request.topic(), detail);
    }

    /** How long the request has waited. */
    public static String waiting(Attention request, Instant now) {
        return Words.of("attention.waiting", WaitingTime.words(request.since(), now));
    }

    /** What became of an answer; "" while there is none. */
    public static String standing(Answering answering) {
        return switch (answering) {
            case Answering.Open() -> "";
            case Answering.Sent() -> Words.of("attention.sending");
            case Answering.Taken() -> Words.of("attention.taken");
            case Answering.Failed(var why) -> Words.of("attention.failed", CancelWords.trouble(why));
            case Answering.Ignored() -> Words.of("attention.ignored");
        };
    }
}
