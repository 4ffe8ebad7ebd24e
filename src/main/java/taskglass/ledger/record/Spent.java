package taskglass.ledger.record;

import taskglass.task.Usage;

/** What was spent: calls, tokens, and money in millionths of a dollar. */
public record Spent(int calls, long tokensIn, long tokensOut, long costMicros) {
    private static final double MICROS = 1_000_000;

    public static final Spent NOTHING = new Spent(0, 0, 0, 0);

    static Spent of(int calls, Usage usage) {
        return new Spent(calls, usage.tokensIn(), usage.tokensOut(), Math.round(usage.cost() * MICROS));
    }

    Spent minus(Spent part) {
        return new Spent(
                calls - part.calls, tokensIn - part.tokensIn, tokensOut - part.tokensOut, costMicros - part.costMicros);
    }
}
