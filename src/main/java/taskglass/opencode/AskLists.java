package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import taskglass.task.Attention;
import taskglass.task.Listing.Told;
import taskglass.task.Trouble;

/** What a server's lists tell of one directory. Each is read by itself: one that is refused hides no other. */
final class AskLists {
    /** Asks the server for one list. */
    @FunctionalInterface
    interface Question {
        JsonNode ask() throws ServerTrouble;
    }

    private final Map<String, List<Attention>> asks = new HashMap<>();
    private final Set<Told> refused = EnumSet.noneOf(Told.class);

    /** A missing node where the list is refused, or where this server keeps none. */
    JsonNode read(Told list, Question question) throws ServerTrouble {
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

    Set<Told> refused() {
        return Set.copyOf(refused);
    }
}
