package taskglass.opencode.v2;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.TextCut;
import taskglass.task.Trouble;
import taskglass.task.request.QueuedPrompt;

/** The queued prompts of a V2 session. 2.0.26 calls the queue inbox and allows emptying it; July calls it pending. */
public record V2Inbox(Http http, String session) {
    /** How many characters of a prompt are kept: enough to recognize it. */
    private static final int KEPT = 500;

    private static final String INBOX = "/inbox";

    /** Returns the user's queued prompts. Items that the server added itself are left out. */
    public List<QueuedPrompt> waiting() throws ServerTrouble {
        JsonNode inbox = list(INBOX);
        JsonNode all = inbox.isMissingNode() ? list("/pending") : inbox;
        return all.path("data")
                .valueStream()
                .filter(item -> item.path("type").asText().equals("user"))
                .map(V2Inbox::item)
                .toList();
    }

    /** Removes all items from the queue if that is supported. Returns what they were. */
    public List<QueuedPrompt> empty() throws ServerTrouble {
        List<QueuedPrompt> dropped = new ArrayList<>();
        for (JsonNode item : list(INBOX).path("data")) {
            drop(item.path("id").asText());
            dropped.add(item(item));
        }
        return dropped;
    }

    public void drop(String id) throws ServerTrouble {
        http.delete(path(INBOX + "/" + id), Map.of());
    }

    public static QueuedPrompt prompt(JsonNode entry) {
        String text = entry.path("text").asText();
        return new QueuedPrompt(entry.path("id").asText(), TextCut.beginning(text, KEPT));
    }

    private static QueuedPrompt item(JsonNode item) {
        String text = item.has("payload")
                ? item.at("/payload/text").asText()
                : item.at("/data/text").asText();
        return new QueuedPrompt(item.path("id").asText(), TextCut.beginning(text, KEPT));
    }

    /** Missing if there is no such list. */
    private JsonNode list(String name) throws ServerTrouble {
        try {
            return http.get(path(name), Map.of());
        } catch (ServerTrouble trouble) {
            if (trouble.trouble() instanceof Trouble.Refused) {
                return Http.JSON.missingNode();
            }
            throw trouble;
        }
    }

    private String path(String rest) {
        return "/api/session/" + session + rest;
    }
}
