package taskglass.words;

import java.time.Instant;
import java.util.Set;
import taskglass.task.Answering;
import taskglass.task.Asking;
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

    /** More characters than these fit in no line. */
    private static final int MOST = 1000;

    /** Stands for the subject in a sentence that is to be cut there. */
    private static final String HERE = "\uE000";

    /** Ends a detail of which only the beginning was kept. */
    private static final String CUT = "…";

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
        return of(request, shown(request));
    }

    /** The same in pieces, in one line. */
    public static Sentence sentence(Attention request) {
        String subject = shown(request);
        if (request.kind() == Attention.Kind.QUESTION || subject.isEmpty()) {
            return new Sentence(of(request, subject), "", "");
        }
        String[] pieces = of(request, HERE).split(HERE, 2);
        return new Sentence(
                pieces[0].replaceFirst(QUOTES + "$", "").strip(),
                subject,
                pieces[1].replaceFirst("^" + QUOTES, "").strip());
    }

    /** What it is about, in one line, and no longer than anything can show. */
    private static String shown(Attention request) {
        return VisibleText.middle(VisibleText.line(about(request)), MOST);
    }

    /** What it is about with nothing left out: of a long command its server's word is kept beside the beginning of it. */
    public static String about(Attention request) {
        String detail = request.detail();
        String beginning = detail.endsWith(CUT) ? detail.substring(0, detail.length() - CUT.length()) : "";
        boolean more = !beginning.isEmpty()
                && request.asking() instanceof Asking.Permission permission
                && permission.whole().startsWith(beginning);
        return more ? ((Asking.Permission) request.asking()).whole() : detail;
    }

    private static String of(Attention request, String detail) {
        if (request.kind() == Attention.Kind.QUESTION) {
            return Words.of("asks.question", detail.isEmpty() ? VisibleText.line(request.topic()) : detail);
        }
        if (detail.isEmpty()) {
            return Words.of("asks.other.bare", VisibleText.line(request.topic()));
        }
        return KNOWN.contains(request.topic())
                ? Words.of("asks." + request.topic(), detail)
                : Words.of("asks.other", VisibleText.line(request.topic()), detail);
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
