package taskglass.task;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A session as a server lists it. {@code updated} moves forward with every change, so the newer of two states is
 * correct.
 *
 * @param undone id of the message from which on the user has undone everything, "" for none
 */
public record SessionInfo(
        TaskKey key,
        String title,
        Optional<TaskKey> parent,
        String directory,
        Assignment assignment,
        Times times,
        String undone) {

    private static final Pattern FORK = Pattern.compile("\\(fork #\\d+\\)$");

    /** When the session was created and last changed, by the server's clock. */
    public record Times(Instant created, Instant updated) {}

    /** Creates a session in which nothing is undone. */
    public SessionInfo(
            TaskKey key, String title, Optional<TaskKey> parent, String directory, Assignment assignment, Times times) {
        this(key, title, parent, directory, assignment, times, "");
    }

    /** Creates a session with nothing but its id known. */
    public static SessionInfo unheard(TaskKey key) {
        Times never = new Times(Instant.EPOCH, Instant.EPOCH);
        return new SessionInfo(key, key.session(), Optional.empty(), "", Assignment.UNKNOWN, never);
    }

    /**
     * Whether it has never been prompted, according to its times: a prompt is a change. A fork does not count, because
     * it starts with the messages of another session. It has a fork's title until it is renamed.
     */
    public boolean neverPrompted() {
        return times.updated().equals(times.created())
                && !times.created().equals(Instant.EPOCH)
                && !FORK.matcher(title).find();
    }

    public Instant updated() {
        return times.updated();
    }

    /** Returns the newer of the two. Missing values of its assignment come from the older one. */
    SessionInfo merge(SessionInfo other) {
        SessionInfo newer = other.updated().isBefore(updated()) ? this : other;
        SessionInfo older = newer.equals(this) ? other : this;
        return newer.assigned(newer.assignment.or(older.assignment));
    }

    SessionInfo withoutParent() {
        return new SessionInfo(key, title, Optional.empty(), directory, assignment, times, undone);
    }

    SessionInfo changed(Fact.Changed now) {
        return new SessionInfo(
                key,
                now.title().orElse(title),
                parent,
                now.directory().orElse(directory),
                now.assignment().or(assignment),
                times,
                undone);
    }

    SessionInfo assigned(Assignment now) {
        return new SessionInfo(key, title, parent, directory, now, times, undone);
    }

    /** Returns the same session, changed at another time. */
    public SessionInfo changed(Instant at) {
        return new SessionInfo(key, title, parent, directory, assignment, new Times(times.created, at), undone);
    }

    SessionInfo undone(String from) {
        return new SessionInfo(key, title, parent, directory, assignment, times, from);
    }
}
