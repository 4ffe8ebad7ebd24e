package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import taskglass.task.Activity;
import taskglass.task.Attention;

/**
 * What the sessions behind a server's V2 API are doing. All of a server's directories are asked at once, so each look
 * serves a whole poll. Used by one thread at a time.
 */
final class V2Runtime {
    /** After a gap, this many are looked at, one request each. */
    static final int LOOKED_AT = 20;

    private final Http http;
    private final V2Known known;
    private volatile Map<String, Activity> active = Map.of();

    V2Runtime(Http http, V2Known known) {
        this.http = http;
        this.known = known;
    }

    /** Who was at work at the last look. */
    Map<String, Activity> active() {
        return active;
    }

    /**
     * Looks who is at work, and at the newest message of each that is or was.
     *
     * @param all whether to look at those, too, that worked lately: something may have been missed
     * @return those that have written since the look before
     */
    List<String> look(boolean all) throws ServerTrouble {
        Set<String> looked = new HashSet<>(active.keySet());
        if (all) {
            looked.addAll(known.lately(LOOKED_AT));
        }
        Map<String, Activity> now = new LinkedHashMap<>();
        http.get("/api/session/active", Map.of())
                .path("data")
                .properties()
                .forEach(entry -> now.put(entry.getKey(), Activity.busy()));
        now.keySet().forEach(known::works);
        looked.addAll(now.keySet());
        List<String> moved = new ArrayList<>();
        for (String session : looked) {
            JsonNode newest = newest(session);
            now.computeIfPresent(session, (id, busy) -> activity(newest));
            if (known.wrote(session, written(newest))) {
                moved.add(session);
            }
        }
        active = Map.copyOf(now);
        return moved;
    }

    /** The permission requests and questions that wait in a directory, by session. */
    void addAsks(String directory, boolean early, Map<String, List<Attention>> asks) throws ServerTrouble {
        if (early && active.isEmpty()) {
            return;
        }
        Map<String, String> query = RegistryV2.in(directory);
        add(http.get("/api/permission/request", query), asks);
        if (early) {
            add(http.get("/api/question/request", query), asks);
            return;
        }
        for (String session : active.keySet()) {
            add(http.get("/api/session/" + session + "/form", Map.of()), asks);
        }
    }

    private static void add(JsonNode answer, Map<String, List<Attention>> asks) {
        for (JsonNode ask : answer.path("data")) {
            asks.computeIfAbsent(ask.path("sessionID").asText(), id -> new ArrayList<>())
                    .add(AttentionWire.request(V2Asks.asV1(ask)));
        }
    }

    /** A missing node where there is none, or the session has gone meanwhile. */
    private JsonNode newest(String session) throws ServerTrouble {
        try {
            Map<String, String> query = new HashMap<>(Map.of("limit", "1", "order", "desc"));
            return http.get("/api/session/" + session + "/message", query).at("/data/0");
        } catch (ServerTrouble trouble) {
            if (trouble.notFound()) {
                return Http.JSON.missingNode();
            }
            throw trouble;
        }
    }

    private static Instant written(JsonNode message) {
        JsonNode completed = message.at("/time/completed");
        return SessionWire.time(completed.isNumber() ? completed : message.at("/time/created"));
    }

    /** 2.x keeps the next try in the message that waits for it. */
    private static Activity activity(JsonNode newest) {
        JsonNode retry = newest.path("retry");
        return retry.isObject() && !newest.at("/time/completed").isNumber()
                ? new Activity.Retrying(
                        retry.path("attempt").asInt(),
                        retry.at("/error/message").asText(),
                        SessionWire.time(retry.path("at")))
                : Activity.busy();
    }
}
