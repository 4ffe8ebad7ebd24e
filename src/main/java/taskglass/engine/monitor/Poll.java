package taskglass.engine.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.Trouble;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.Listing;
import taskglass.task.status.Listing.DirectoryActivity;
import taskglass.task.status.Listing.Reading;
import taskglass.task.status.Listing.Sessions;
import taskglass.task.status.ListingRequest;
import taskglass.task.status.ListingRequest.Read;
import taskglass.task.store.Change;

/** Asks one server one {@link ListingRequest}. Used by one thread at a time, never the store's: it blocks. */
public final class Poll {
    /**
     * Asking for a directory's status makes the server open that directory. At the start, only directories that were
     * recently worked in are asked. Work that goes on elsewhere shows with its next event.
     */
    private static final Duration LATELY = Duration.ofHours(24);

    /** How long one poll reads messages: a slow server must not hold up the results. The rest is asked for again. */
    private static final Duration READING = Duration.ofSeconds(3);

    private final OpenCodeClient client;
    private final Clock clock;
    private final Set<TaskKey> read = new HashSet<>();
    private final Set<TaskKey> readWhole = new HashSet<>();
    private Instant through = Instant.EPOCH;
    private boolean identified;
    private boolean firstReading;
    private boolean answered;

    public Poll(OpenCodeClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    ServerId server() {
        return client.server();
    }

    /** Passes on sessions page by page while the rest is still being requested. */
    Listing run(ListingRequest listingRequest, Consumer<Change> changes) throws ServerTrouble {
        firstReading = false;
        boolean known = identified;
        identified = false;
        if (!known) {
            client.identify();
        }
        Sessions sessions = client.sessions(
                listingRequest.since(), page -> changes.accept(new Change.Found(client.server(), page)));
        firstReading = !answered;
        answered = true;
        List<DirectoryActivity> doings = activities(listingRequest, directories(listingRequest, sessions, known));
        List<Reading> readings = readings(listingRequest, sessions);
        identified = true;
        return new Listing(listingRequest, clock.instant(), sessions, doings, readings);
    }

    /** Whether the last question read something for the first time. Such first reads are limited in number. */
    boolean readsForTheFirstTime() {
        return firstReading;
    }

    /**
     * While the server keeps answering, only sessions that changed since its last answer may be running in other
     * directories.
     */
    private Set<String> directories(ListingRequest listingRequest, Sessions sessions, boolean known) {
        Instant lately = clock.instant().minus(LATELY);
        Instant from = known && through.isAfter(lately) ? through : lately;
        Set<String> directories = new LinkedHashSet<>(listingRequest.directories());
        for (SessionInfo session : sessions.found()) {
            if (!session.updated().isBefore(from)) {
                directories.add(session.directory());
            }
            through = session.updated().isAfter(through) ? session.updated() : through;
        }
        return directories;
    }

    private List<DirectoryActivity> activities(ListingRequest listingRequest, Set<String> directories)
            throws ServerTrouble {
        List<DirectoryActivity> found = new ArrayList<>();
        for (String directory : directories) {
            try {
                boolean asks =
                        listingRequest.attention() || listingRequest.waiting().contains(directory);
                found.add(asks ? client.doingsAndAsks(directory) : client.activities(directory));
            } catch (ServerTrouble trouble) {
                passOver(trouble);
            }
        }
        if (found.isEmpty()) {
            client.doingsAnywhere().ifPresent(found::add);
        }
        return found;
    }

    private List<Reading> readings(ListingRequest listingRequest, Sessions sessions) throws ServerTrouble {
        Map<TaskKey, SessionInfo> newer = sessions.found().stream()
                .collect(Collectors.toMap(SessionInfo::key, session -> session, (first, again) -> first));
        List<Reading> found = new ArrayList<>();
        Instant end = clock.instant().plus(READING);
        for (Read read : listingRequest.reads()) {
            if (clock.instant().isAfter(end)) {
                break;
            }
            firstReading |=
                    (read.wholeRun() ? readWhole : this.read).add(read.session().key());
            SessionInfo session = newer.getOrDefault(read.session().key(), read.session());
            try {
                found.add(client.read(read.of(session)));
            } catch (ServerTrouble trouble) {
                passOver(trouble);
            }
        }
        return found;
    }

    /** One directory or session that the server cannot report on must not hide all others. */
    private static void passOver(ServerTrouble trouble) throws ServerTrouble {
        if (!(trouble.trouble() instanceof Trouble.Refused)) {
            throw trouble;
        }
    }
}
