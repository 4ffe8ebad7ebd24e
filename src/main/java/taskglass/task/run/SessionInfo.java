package taskglass.task.run;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import taskglass.task.Assignment;
import taskglass.task.TaskKey;

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

    /**
     * When the session was created, last changed and last came to rest, by the server's clock.
     *
     * @param rest what a server of 2.x says of its last end; what is worked on is newer than that
     */
    public record Times(Instant created, Instant updated, Optional<ReportedEnd> rest) {
        /** Of a session of which no server says how it ended. */
        public Times(Instant created, Instant updated) {
            this(created, updated, Optional.empty());
        }
    }

    /** The last end that a server reports for a session, and when. It does not update this at every end. */
    public record ReportedEnd(Instant since, Said said) {
        /** What a server may say. */
        public enum Said {
            SUCCEEDED,
            FAILED,
            INTERRUPTED
        }
    }

    /** Creates a session in which nothing is undone. */
    public SessionInfo(
            TaskKey key, String title, Optional<TaskKey> parent, String directory, Assignment assignment, Times times) {
        this(key, title, parent, directory, assignment, times, "");
    }

    /** Creates a session with nothing but its id known. */
    public static SessionInfo idOnly(TaskKey key) {
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
    public SessionInfo merge(SessionInfo other) {
        SessionInfo newer = other.updated().isBefore(updated()) ? this : other;
        SessionInfo older = newer.equals(this) ? other : this;
        return newer.assigned(newer.assignment.or(older.assignment));
    }

    public SessionInfo withoutParent() {
        return new SessionInfo(key, title, Optional.empty(), directory, assignment, times, undone);
    }

    public SessionInfo changed(Fact.Changed now) {
        return new SessionInfo(
                key,
                now.title().orElse(title),
                parent,
                now.directory().orElse(directory),
                now.assignment().or(assignment),
                times,
                now.undone().orElse(undone));
    }

    public SessionInfo assigned(Assignment now) {
        return new SessionInfo(key, title, parent, directory, now, times, undone);
    }

    /** Returns the same session, changed at another time. */
    public SessionInfo changed(Instant at) {
        return new SessionInfo(
                key, title, parent, directory, assignment, new Times(times.created, at, times.rest), undone);
    }

    /** The same, with all undone from that message on. */
    public SessionInfo undone(String from) {
        return new SessionInfo(key, title, parent, directory, assignment, times, from);
    }
}
