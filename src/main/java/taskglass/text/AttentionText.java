package taskglass.text;

import java.time.Instant;
import java.util.Set;
import taskglass.task.request.AnswerState;
import taskglass.task.request.Attention;
import taskglass.task.request.RequestContent;

/** Describes what a permission request or a question asks, as a phrase that follows "It". */
public final class AttentionText {
    /** The permissions that OpenCode's own tools ask for, as OpenCode names them. Others are shown by their name. */
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

    /** The maximum number of characters that fit in a line. */
    private static final int MOST = 1000;

    /** A placeholder for the subject in a sentence that is split there. */
    private static final String HERE = "\uE000";

    /** The mark at the end of a truncated detail. */
    private static final String CUT = "…";

    private static final String QUOTES = "[“”„«»‹›]";

    private AttentionText() {}

    /** A sentence split at its subject, which is shown in its own font instead of quotes; "" if it has none. */
    public record Sentence(String before, String subject, String after) {
        /** The sentence in one piece. */
        public String whole() {
            return (before + " " + subject + " " + after).strip();
        }
    }

    public static String of(Attention request) {
        return of(request, shown(request));
    }

    /** The same sentence in pieces, in one line. */
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

    /** Its subject in one line, shortened to what can be shown. */
    private static String shown(Attention request) {
        return VisibleText.middle(VisibleText.line(about(request)), MOST);
    }

    /**
     * Its complete subject. For a long command, the request's detail is only its beginning, and the complete text is
     * separate.
     */
    public static String about(Attention request) {
        String detail = request.detail();
        String beginning = detail.endsWith(CUT) ? detail.substring(0, detail.length() - CUT.length()) : "";
        boolean more = !beginning.isEmpty()
                && request.asking() instanceof RequestContent.Permission permission
                && permission.whole().startsWith(beginning);
        return more ? ((RequestContent.Permission) request.asking()).whole() : detail;
    }

    private static String of(Attention request, String detail) {
        if (request.kind() == Attention.Kind.QUESTION) {
            return Texts.of("asks.question", detail.isEmpty() ? VisibleText.line(request.topic()) : detail);
        }
        if (detail.isEmpty()) {
            return Texts.of("asks.other.bare", VisibleText.line(request.topic()));
        }
        return KNOWN.contains(request.topic())
                ? Texts.of("asks." + request.topic(), detail)
                : Texts.of("asks.other", VisibleText.line(request.topic()), detail);
    }

    /** How long the request has waited. */
    public static String waiting(Attention request, Instant now) {
        return Texts.of("attention.waiting", WaitingTime.text(request.since(), now));
    }

    /** The state of an answer; "" while there is none. */
    public static String standing(AnswerState answerState) {
        return switch (answerState) {
            case AnswerState.Open() -> "";
            case AnswerState.Sent() -> Texts.of("attention.sending");
            case AnswerState.Taken() -> Texts.of("attention.taken");
            case AnswerState.Failed(var why) -> Texts.of("attention.failed", CancelText.trouble(why));
            case AnswerState.Ignored() -> Texts.of("attention.ignored");
        };
    }
}
