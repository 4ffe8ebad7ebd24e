package taskglass.ledger.record;

/**
 * Identifies one run for good.
 *
 * @param server the server's identity: the place of its database, or its URL if that is not known
 * @param first the id of its first message
 */
public record RunId(String server, String session, String first) {}
