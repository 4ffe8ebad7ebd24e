package taskglass.ledger;

import java.time.Duration;

/**
 * How long the ledger's thread waits.
 *
 * @param busy for another program's transaction to end
 * @param pause before it tries again to write to a file that cannot be written
 */
record LedgerTiming(Duration busy, Duration pause) {
    static final LedgerTiming USUAL = new LedgerTiming(Duration.ofSeconds(5), Duration.ofSeconds(5));
}
