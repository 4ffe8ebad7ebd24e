package taskglass.ledger.record;

/**
 * Identifies what is worth telling once.
 *
 * @param server the server's identity
 * @param occurrence the first message of the run, or the request that waits
 * @param kind the outcome, or {@link #NEEDS_YOU}
 */
public record NoticeKey(String server, String session, String occurrence, String kind) {
    public static final String NEEDS_YOU = "needs you";
}
