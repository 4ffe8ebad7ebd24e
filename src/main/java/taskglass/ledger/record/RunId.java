package taskglass.ledger.record;

/**
 * Identifies one run for good.
 *
 * @param server the server's identity: the place of its database, or its URL if that is not known
 * @param first the id of its first message; "" for the one run of a session without a message: its server refused it
 */
public record RunId(String server, String session, String first) {}
