package taskglass.opencode.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.ServerTrouble;
import taskglass.opencode.wire.SessionWire;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.Listing.Sessions;

/** Reads a server's sessions in all its directories page by page, newest first. */
public record SessionPages(Http http, ServerId server, int perPage) {
    public static final int PER_PAGE = 250;

    public Sessions fetch(Optional<Instant> since, Consumer<List<SessionInfo>> pages) throws ServerTrouble {
        Map<String, String> query = new HashMap<>(Map.of("limit", String.valueOf(perPage)));
        since.ifPresent(from -> query.put("start", String.valueOf(from.toEpochMilli())));
        List<SessionInfo> found = new ArrayList<>();
        Set<TaskKey> seen = new HashSet<>();
        Page page;
        do {
            page = page(query);
            List<SessionInfo> fresh = page.taken().stream()
                    .filter(session -> seen.add(session.key()))
                    .toList();
            found.addAll(fresh);
            pages.accept(fresh);
            query.put("cursor", cursor(page.taken(), !fresh.isEmpty()));
        } while (page.size() == perPage);
        return new Sessions(found, since.isEmpty());
    }

    /**
     * A cursor is an update time, exclusive. Sessions of the same millisecond may be on both sides of the end of a
     * page. The next page therefore begins with that millisecond again, unless this whole page was of it.
     */
    private static String cursor(List<SessionInfo> page, boolean hasNew) {
        if (page.isEmpty()) {
            return "";
        }
        long last = page.getLast().updated().toEpochMilli();
        return String.valueOf(hasNew ? last + 1 : last);
    }

    private Page page(Map<String, String> query) throws ServerTrouble {
        List<SessionInfo> page = new ArrayList<>();
        Http.Answer answer = http.getWithHeaders("/experimental/session", query);
        answer.body().forEach(info -> page.add(SessionWire.session(server, info)));
        return new Page(page, page.size() + answer.refused());
    }

    /** The accepted sessions of a page, and the size of the whole page. */
    private record Page(List<SessionInfo> taken, int size) {}
}
