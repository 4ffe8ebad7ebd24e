package taskglass.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import taskglass.demo.Routes.Answer;
import taskglass.demo.Routes.Call;

/** Handles the calls about one session. */
record SessionCalls(DemoSessions sessions, DemoScenario scenario, DemoSession session) {
    Answer answer(Call call) {
        return switch (call.method() + " " + call.at(2)) {
            case "GET " -> Answer.ok(session.info());
            case "GET message" -> call.at(3).isEmpty() ? page(call) : message(call.at(3));
            case "GET todo" -> Answer.ok(session.todos());
            case "GET diff" -> Answer.ok(session.changes(call.query().text("messageID")));
            case "POST prompt_async" -> prompt(call.body());
            case "POST message" -> note(call.body());
            case "POST abort" -> abort();
            case "PATCH " -> change(call.body());
            case "DELETE " -> delete();
            default -> Answer.missing();
        };
    }

    /** Returns the newest messages before a given one, oldest first. */
    private Answer page(Call call) {
        String before = call.query().text("before");
        List<DemoSession.Message> earlier = session.messages().stream()
                .filter(message -> before.isEmpty() || message.id().compareTo(before) < 0)
                .toList();
        int from = (int) Math.max(0, earlier.size() - call.query().number("limit", earlier.size()));
        ArrayNode page = JsonNodeFactory.instance.arrayNode();
        earlier.subList(from, earlier.size()).forEach(message -> page.add(message.whole()));
        return new Answer(200, page, from == 0 ? "" : earlier.get(from).id());
    }

    private Answer message(String id) {
        return session.messages().stream()
                .filter(message -> message.id().equals(id))
                .findFirst()
                .map(message -> Answer.ok(message.whole()))
                .orElseGet(Answer::missing);
    }

    private Answer prompt(JsonNode body) {
        session.actor().ifPresentOrElse(scriptedAgent -> scriptedAgent.queue(() -> begin(body)), () -> begin(body));
        return new Answer(204, JsonNodeFactory.instance.missingNode(), "");
    }

    private void begin(JsonNode body) {
        scenario.prompt(
                session, (ArrayNode) body.path("parts"), text(body.path("agent")), text(body.at("/model/modelID")));
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText()).filter(text -> !text.isEmpty());
    }

    private Answer note(JsonNode body) {
        MessageWriter messageWriter = new MessageWriter(sessions, session);
        String agent = session.info().path("agent").asText("build");
        messageWriter.prompt(
                (ArrayNode) body.path("parts"),
                agent,
                DemoModels.model(session.info().at("/model/id").asText()));
        return Answer.ok(session.messages().getLast().whole());
    }

    private Answer abort() {
        session.actor().ifPresent(ScriptedAgent::abort);
        return Answer.done();
    }

    /** Renames or archives the session. An archived session cannot be restored. */
    private Answer change(JsonNode body) {
        ObjectNode info = session.info();
        text(body.path("title")).ifPresent(title -> info.put("title", title));
        if (body.at("/time/archived").isNumber()) {
            sessions.archive(session, body.at("/time/archived").asLong());
        } else {
            sessions.touch(session);
        }
        return Answer.ok(info);
    }

    private Answer delete() {
        sessions.delete(session);
        return Answer.done();
    }
}
