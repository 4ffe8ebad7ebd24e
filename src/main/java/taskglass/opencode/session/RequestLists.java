package taskglass.opencode.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.ServerTrouble;
import taskglass.opencode.wire.AttentionWire;
import taskglass.task.Trouble;
import taskglass.task.request.Attention;
import taskglass.task.status.Listing.DirectoryList;

/**
 * Collects what a server's lists report for one directory. Each list is read separately, so one that is refused does
 * not hide the others.
 */
final class RequestLists {
    /** Requests one list from the server. */
    @FunctionalInterface
    interface Question {
        JsonNode ask() throws ServerTrouble;
    }

    private final Map<String, List<Attention>> asks = new HashMap<>();
    private final Set<DirectoryList> refused = EnumSet.noneOf(DirectoryList.class);

    /** Reads a list. Returns a missing node if the list is refused or this server has none. */
    JsonNode read(DirectoryList list, Question question) throws ServerTrouble {
        try {
            return question.ask();
        } catch (ServerTrouble trouble) {
            if (!(trouble.trouble() instanceof Trouble.Refused)) {
                throw trouble;
            }
            if (!trouble.notFound()) {
                refused.add(list);
            }
            return Http.JSON.missingNode();
        }
    }

    void add(JsonNode request) {
        asks.computeIfAbsent(request.path("sessionID").asText(), id -> new ArrayList<>())
                .add(AttentionWire.request(request));
    }

    Map<String, List<Attention>> asks() {
        return asks;
    }

    Set<DirectoryList> refused() {
        return Set.copyOf(refused);
    }
}
