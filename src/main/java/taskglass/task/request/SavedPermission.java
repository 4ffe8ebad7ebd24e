package taskglass.task.request;

import java.time.Instant;
import java.util.Optional;

/**
 * A permission that the user has granted for good: the server stores it for a project and does not ask again.
 *
 * @param id the server's id of the permission
 * @param project the server's id of the project, which several directories may share
 * @param action the permission that agents needed
 * @param resource what it was needed for; {@code *} for everything
 * @param since when it was granted; empty if the server does not report it
 */
public record SavedPermission(String id, String project, String action, String resource, Optional<Instant> since) {}
