package taskglass.words;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import taskglass.task.Attention;
import taskglass.task.Elapsed;
import taskglass.task.Provenance;
import taskglass.task.Why;

/** Explains why a task has its status: one sentence for each fact. */
public final class WhyWords {
    private static final Duration JUST_NOW = Duration.ofSeconds(2);

    private WhyWords() {}

    public static List<String> all(List<Why> facts, Instant now) {
        return facts.stream().map(fact -> of(fact, now)).toList();
    }

    public static String of(Why why, Instant now) {
        return ended(fact(why, now));
    }

    /**
     * Adds a full stop if the sentence ends with text of a server or user that has none, because another sentence
     * follows.
     */
    private static String ended(String sentence) {
        return sentence.matches("(?s).*[.!?…]\\s*") ? sentence : Words.of("why.ended", sentence.stripTrailing());
    }

    private static String fact(Why why, Instant now) {
        return switch (why) {
            case Why.Fact(Why.Told told, String detail, Instant at) -> Words.of("why." + told, detail, ago(at, now));
            case Why.Asks(var request)
            when request.kind() == Attention.Kind.QUESTION -> Words.of("why.ASKS.question", AttentionWords.of(request));
            case Why.Asks(var request) -> Words.of("why.ASKS", AttentionWords.of(request));
            case Why.Retries(var retry) ->
                Words.of("why.RETRIES", retry.attempt(), retry.reason(), until(retry.next(), now));
            case Why.Quiet(Duration silence) -> Words.of("why.QUIET", Elapsed.words(silence));
            case Why.MayWait(var refused) -> Words.of("why.MAY_WAIT", ListWords.of(refused));
            case Why.CallsMissed() -> Words.of("why.CALLS_MISSED");
            case Why.Known(Provenance provenance) -> known(provenance, now);
        };
    }

    private static String known(Provenance provenance, Instant now) {
        boolean never = provenance.at().equals(Instant.EPOCH);
        return never ? Words.of("why.NEVER") : Words.of("why." + provenance.source(), ago(provenance.at(), now));
    }

    private static String ago(Instant at, Instant now) {
        Duration since = Duration.between(at, now);
        return since.compareTo(JUST_NOW) < 0 ? Words.of("just.now") : Words.of("ago", Elapsed.words(since));
    }

    private static String until(Instant next, Instant now) {
        return next.isAfter(now)
                ? Words.of("progress.retry.in", Elapsed.words(Duration.between(now, next)))
                : Words.of("progress.retry.now");
    }
}
