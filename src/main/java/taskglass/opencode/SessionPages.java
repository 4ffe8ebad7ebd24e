package taskglass.opencode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import taskglass.task.Listing.Sessions;
import taskglass.task.ServerId;
import taskglass.task.SessionInfo;
import taskglass.task.TaskKey;

/** The sessions of a server in all its directories, asked for by pages, newest first. */
record SessionPages(Http http, ServerId server, int perPage) {
    static final int PER_PAGE = 250;

    Sessions fetch(Optional<Instant> since, Consumer<List<SessionInfo>> pages) throws ServerTrouble {
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
     * A cursor is a time of update, exclusive: sessions of the same millisecond may stand on both sides of the end of a
     * page, so the next one begins with that millisecond again, unless all of this page was of it.
     */
    private static String cursor(List<SessionInfo> page, boolean news) {
        if (page.isEmpty()) {
            return "";
        }
        long last = page.getLast().updated().toEpochMilli();
        return String.valueOf(news ? last + 1 : last);
    }

    private Page page(Map<String, String> query) throws ServerTrouble {
        List<SessionInfo> page = new ArrayList<>();
        Http.Answer answer = http.getWithHeaders("/experimental/session", query);
        answer.body().forEach(info -> page.add(SessionWire.session(server, info)));
        return new Page(page, page.size() + answer.refused());
    }

    /** What was taken of a page, and how large it was. */
    private record Page(List<SessionInfo> taken, int size) {}
}
