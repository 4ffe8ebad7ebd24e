package taskglass.text;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import taskglass.task.Elapsed;
import taskglass.task.request.Attention;
import taskglass.task.status.Provenance;
import taskglass.task.status.StatusReason;

/** Explains why a task has its status: one sentence for each fact. */
public final class StatusReasonText {
    private static final Duration JUST_NOW = Duration.ofSeconds(2);

    /** A server at rest is listed every fifteen seconds: what it confirms each time is not told anew between two. */
    private static final Duration CONFIRMED_NOW = Duration.ofSeconds(20);

    private StatusReasonText() {}

    public static List<String> all(List<StatusReason> facts, Instant now) {
        return facts.stream().map(fact -> of(fact, now)).toList();
    }

    public static String of(StatusReason statusReason, Instant now) {
        return ended(fact(statusReason, now));
    }

    /**
     * Adds a full stop if the sentence ends with text of a server or user that has none, because another sentence
     * follows.
     */
    private static String ended(String sentence) {
        return sentence.matches("(?s).*[.!?…]\\s*") ? sentence : Texts.of("why.ended", sentence.stripTrailing());
    }

    private static String fact(StatusReason statusReason, Instant now) {
        return switch (statusReason) {
            case StatusReason.Fact(StatusReason.Statement statement, String detail, Instant at) ->
                Texts.of("why." + statement, detail, ago(at, now, JUST_NOW));
            case StatusReason.Asks(var request)
            when request.kind() == Attention.Kind.QUESTION -> Texts.of("why.ASKS.question", AttentionText.of(request));
            case StatusReason.Asks(var request) -> Texts.of("why.ASKS", AttentionText.of(request));
            case StatusReason.Retries(var retry) ->
                Texts.of("why.RETRIES", retry.attempt(), retry.reason(), until(retry.next(), now));
            case StatusReason.Quiet(Duration silence) -> Texts.of("why.QUIET", Elapsed.text(silence));
            case StatusReason.MayWait(var refused) -> Texts.of("why.MAY_WAIT", ListNames.of(refused));
            case StatusReason.CallsMissed() -> Texts.of("why.CALLS_MISSED");
            case StatusReason.Known(Provenance provenance) -> known(provenance, now);
        };
    }

    private static String known(Provenance provenance, Instant now) {
        boolean never = provenance.at().equals(Instant.EPOCH);
        if (never) {
            return Texts.of("why.NEVER");
        }
        return provenance.source() == Provenance.Source.STALE
                ? Texts.of("why.STALE", LastSeenText.age(provenance.at(), now))
                : Texts.of(
                        "why." + provenance.source(), ago(provenance.at(), tens(provenance.at(), now), CONFIRMED_NOW));
    }

    /** Returns the time that is whole tens of seconds later: an age that changed every second would keep the window at work. */
    private static Instant tens(Instant at, Instant now) {
        return at.plusSeconds(Duration.between(at, now).toSeconds() / 10 * 10);
    }

    private static String ago(Instant at, Instant now, Duration just) {
        Duration since = Duration.between(at, now);
        return since.compareTo(just) < 0 ? Texts.of("just.now") : Texts.of("ago", Elapsed.roughly(since));
    }

    private static String until(Instant next, Instant now) {
        return next.isAfter(now)
                ? Texts.of("progress.retry.in", Elapsed.text(Duration.between(now, next)))
                : Texts.of("progress.retry.now");
    }
}
