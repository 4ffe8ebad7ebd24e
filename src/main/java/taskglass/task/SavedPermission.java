package taskglass.task;

/**
 * Something that a person has always allowed, stored by a server for a project.
 *
 * @param directory one of the project's, by which its server is asked about it
 * @param action what is allowed
 * @param resource of what, {@code *} for anything
 */
public record SavedPermission(
        ServerId server, String directory, String id, String project, String action, String resource) {}
