package taskglass.task.status;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import taskglass.task.ServerId;
import taskglass.task.Trouble;

/**
 * The state of the connection to one server: when it was last listed, what is wrong, and whether events stream in.
 *
 * @param refused the lists that the server refuses to return, by directory
 */
public record ServerHealth(
        ServerId server,
        Optional<Instant> listed,
        Optional<Trouble> trouble,
        boolean streaming,
        Map<String, Set<Listing.DirectoryList>> refused) {
    public ServerHealth(ServerId server, Optional<Instant> listed, Optional<Trouble> trouble, boolean streaming) {
        this(server, listed, trouble, streaming, Map.of());
    }

    /** Whether and how the server is read. */
    public enum ConnectionState {
        CONNECTING,
        LIVE,
        POLLING_ONLY,
        UNREACHABLE,
        UNAUTHORISED,
        NOT_OPENCODE,
        TOO_OLD,
        PAUSED,
        PLAIN_HTTP
    }

    public static ServerHealth unknown(ServerId server) {
        return new ServerHealth(server, Optional.empty(), Optional.empty(), false);
    }

    public ConnectionState state() {
        if (trouble.isPresent()) {
            return switch (trouble.get()) {
                case Trouble.Unauthorised u -> ConnectionState.UNAUTHORISED;
                case Trouble.NotOpenCode n -> ConnectionState.NOT_OPENCODE;
                case Trouble.TooOld o -> ConnectionState.TOO_OLD;
                case Trouble.Paused p -> ConnectionState.PAUSED;
                case Trouble.PlainHttp p -> ConnectionState.PLAIN_HTTP;
                case Trouble.NoAnswer n -> ConnectionState.UNREACHABLE;
                case Trouble.Refused r -> ConnectionState.UNREACHABLE;
                case Trouble.Ended e -> ConnectionState.UNREACHABLE;
            };
        }
        if (listed.isEmpty()) {
            return ConnectionState.CONNECTING;
        }
        return streaming ? ConnectionState.LIVE : ConnectionState.POLLING_ONLY;
    }

    public boolean looksLike(ServerHealth other) {
        return state() == other.state()
                && trouble.equals(other.trouble)
                && refused.equals(other.refused)
                && isGone() == other.isGone();
    }

    /** Whether it was listed before, but no longer answers and sends no events, so that its tasks are out of date. */
    public boolean isGone() {
        return trouble.isPresent() && listed.isPresent() && !streaming;
    }

    /** Whether nothing is wrong, as far as is known. */
    public boolean answers() {
        return trouble.isEmpty();
    }

    /** Whether it has reported what it works on and still answers. */
    public boolean isCurrent() {
        return answers() && listed.isPresent();
    }

    /** Applies a listing. A list that was not asked for this time keeps its state. */
    public ServerHealth listed(Listing listing) {
        Map<String, Set<Listing.DirectoryList>> now = new TreeMap<>(refused);
        for (Listing.DirectoryActivity doings : listing.doings()) {
            Set<Listing.DirectoryList> lists = new TreeSet<>(doings.refused());
            if (doings.asks().isEmpty()) {
                refused(doings.directory()).stream()
                        .filter(list -> list != Listing.DirectoryList.STATUS)
                        .forEach(lists::add);
            }
            now.put(doings.directory(), lists);
        }
        now.values().removeIf(Set::isEmpty);
        return new ServerHealth(server, Optional.of(listing.at()), Optional.empty(), streaming, Map.copyOf(now));
    }

    /** The lists that it refuses to return for that directory. */
    public Set<Listing.DirectoryList> refused(String directory) {
        return refused.getOrDefault(directory, Set.of());
    }

    /**
     * Sets the problem. If a server that Taskglass started has ended, that stays: it explains why it does not answer.
     */
    public ServerHealth troubled(Trouble by) {
        boolean ended = trouble.filter(Trouble.Ended.class::isInstance).isPresent();
        return ended ? this : new ServerHealth(server, listed, Optional.of(by), streaming, refused);
    }

    public ServerHealth streaming(boolean now) {
        return new ServerHealth(server, listed, trouble, now, refused);
    }
}
