package taskglass.task;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that a person has allowed for good: the server stores it for a project, and asks no more.
 *
 * @param id how the server names it
 * @param project the project's id at the server, which several directories may share
 * @param action the permission that agents needed
 * @param resource what it was needed for; {@code *} for everything
 * @param since when it was allowed; empty where the server does not tell
 */
public record SavedPermission(String id, String project, String action, String resource, Optional<Instant> since) {}
