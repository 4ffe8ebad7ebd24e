package taskglass.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import taskglass.lab.RealOpenCode;

/** Sessions of a real server that somebody else works with, while they are watched. */
record WatchedSessions(RealOpenCode server) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String run(String script) {
        String session = create();
        prompt(session, "build", script);
        return session;
    }

    String create() {
        return server.post("/session" + in(), json("title", "watched"))
                .path("id")
                .asText();
    }

    void prompt(String session, String agent, String script) {
        ObjectNode body = json("agent", agent);
        body.putArray("parts").addObject().put("type", "text").put("text", script);
        server.post("/session/" + session + "/prompt_async" + in(), body);
    }

    void abort(String session) {
        server.post("/session/" + session + "/abort" + in(), JSON.createObjectNode());
    }

    JsonNode children(String session) {
        return server.get("/session/" + session + "/children" + in());
    }

    String onlyChild(String session) {
        return children(session).path(0).path("id").asText();
    }

    void delete(String session) {
        server.delete("/session/" + session + in());
    }

    void permit(String request, String reply) {
        server.post("/permission/" + request + "/reply" + in(), json("reply", reply));
    }

    void answer(String request, JsonNode answers) {
        server.post("/question/" + request + "/reply" + in(), answers);
    }

    private String in() {
        return "?directory=" + RealOpenCode.encoded(server.project());
    }

    private static ObjectNode json(String name, String value) {
        return JSON.createObjectNode().put(name, value);
    }
}
