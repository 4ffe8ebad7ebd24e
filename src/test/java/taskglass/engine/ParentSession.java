package taskglass.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import taskglass.lab.FxThread;
import taskglass.task.Assignment;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.LaunchRequest.Family;
import taskglass.task.request.ParentMessage;

/** A parent session on a real server: launches children under it and reads what it was told of them. */
record ParentSession(Rig rig, String parent) {

    String launch(String description, String script, ParentWish wish) {
        Family family = new Family(Optional.of(rig.key(parent)), wish);
        Assignment build = new Assignment(Optional.of("build"), Optional.empty());
        return rig.outcome(() -> rig.engine.launch(new LaunchRequest(
                        rig.connection.server(),
                        description,
                        script,
                        build,
                        rig.server.project().toString(),
                        family)))
                .session();
    }

    /** The messages that wait for any parent. */
    List<ParentMessage> pending() {
        return FxThread.ask(() -> rig.engine.parentMessages().pending());
    }

    /** The messages of ours in the parent's transcript. */
    List<String> messages() {
        List<String> texts = new ArrayList<>();
        for (JsonNode message : rig.messages(parent)) {
            for (JsonNode part : message.path("parts")) {
                if (part.path("text").asText().startsWith("Background task")) {
                    texts.add(part.path("text").asText());
                }
            }
        }
        return texts;
    }

    /** How many finished answers stand behind the first message of ours. */
    int answers() {
        int answers = 0;
        boolean reported = false;
        for (JsonNode message : rig.messages(parent)) {
            reported |= message.findValuesAsText("text").stream().anyMatch(text -> text.startsWith("Background task"));
            answers += reported && message.at("/info/finish").asText().equals("stop") ? 1 : 0;
        }
        return answers;
    }
}
