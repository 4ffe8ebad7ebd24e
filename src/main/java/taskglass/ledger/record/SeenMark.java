package taskglass.ledger.record;

/**
 * What a person has last looked at in a session.
 *
 * @param mark what had happened there: the latest run with its outcome, or the request that waited
 */
public record SeenMark(String session, String mark) {}
