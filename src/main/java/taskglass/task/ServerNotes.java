package taskglass.task;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the book knows of each server beside its tasks: how it stands, and since when it is looked at without a gap. */
final class ServerNotes {
    private final Instant opened;
    private final Map<ServerId, ServerHealth> health = new LinkedHashMap<>();
    /** The revision at which the event stream of a server last came or went: what was told around it may be missed. */
    private final Map<ServerId, Long> turned = new LinkedHashMap<>();

    private final Map<ServerId, Vigil> vigils = new HashMap<>();

    /** As of the time at which the book was opened. */
    ServerNotes(Instant opened) {
        this.opened = opened;
    }

    Instant opened() {
        return opened;
    }

    ServerHealth health(ServerId server) {
        return health.getOrDefault(server, ServerHealth.unknown(server));
    }

    /** How it stands now, which is a difference where it looks otherwise than before. */
    void note(ServerHealth now, BookDiff diff) {
        ServerHealth before = health.put(now.server(), now);
        if (before == null || !before.looksLike(now)) {
            diff.noteServers();
        }
    }

    /** Its stream came or went at that revision. */
    void turned(ServerId server, long revision) {
        turned.put(server, revision);
    }

    long turned(ServerId server) {
        return turned.getOrDefault(server, 0L);
    }

    /** It is being asked how things are. */
    void asked(ServerId server, Instant now) {
        vigils.put(server, vigil(server).asked(now));
    }

    Vigil vigil(ServerId server) {
        return vigils.getOrDefault(server, Vigil.begun(opened));
    }

    void forget(ServerId server) {
        health.remove(server);
        turned.remove(server);
        vigils.remove(server);
    }
}
