package taskglass.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Writes messages and their parts into one session, and sends an event for each change. */
final class MessageWriter {
    private static final int CONTEXT_AT_FIRST = 24_000;
    private static final double CHARACTERS_PER_TOKEN = 3.6;

    /** The minimum that a step reads besides what it writes: files, mostly. */
    private static final long READ_AT_LEAST = 6_000;

    private static final long READ_PER_WRITTEN = 10;

    /** Providers charge a tenth for cached input. */
    private static final double CACHED = 0.1;

    private final DemoSessions demoSessions;
    private final DemoSession demoSession;
    private Optional<DemoSession.Message> answer = Optional.empty();
    private String prompt = "";
    private long context = CONTEXT_AT_FIRST;
    private long written;

    MessageWriter(DemoSessions demoSessions, DemoSession demoSession) {
        this.demoSessions = demoSessions;
        this.demoSession = demoSession;
    }

    /** Writes a prompt of the user or of another agent. */
    void prompt(ArrayNode parts, String agent, DemoModels.Model model) {
        ObjectNode info = message("user").put("agent", agent);
        info.putObject("model").put("providerID", model.provider()).put("modelID", model.id());
        prompt = info.path("id").asText();
        DemoSession.Message message = new DemoSession.Message(info);
        demoSession.messages().add(message);
        publish(message);
        for (JsonNode part : parts) {
            put(message, part(part.path("type").asText()).setAll((ObjectNode) part));
        }
        demoSession.info().put("agent", agent);
        demoSession
                .info()
                .putObject("model")
                .put("id", model.id())
                .put("providerID", model.provider())
                .put("variant", "default");
        demoSessions.touch(demoSession);
    }

    String prompt() {
        return prompt;
    }

    /** Begins an answer, after ending the one before it. */
    void open(String agent, DemoModels.Model model) {
        close("tool-calls");
        ObjectNode info = message("assistant").put("parentID", prompt).put("agent", agent);
        info.put("mode", agent).put("modelID", model.id()).put("providerID", model.provider());
        info.putObject("path").put("cwd", demoSession.directory()).put("root", demoSession.directory());
        DemoSession.Message message = new DemoSession.Message(info);
        use(message, 0);
        demoSession.messages().add(message);
        answer = Optional.of(message);
        publish(message);
        put(part("step-start"));
    }

    boolean isOpen() {
        return answer.isPresent();
    }

    /** Creates a part of the open answer, without publishing it. */
    ObjectNode part(String type) {
        return demoSessions.about(demoSession).put("id", demoSessions.id("prt")).put("type", type);
    }

    void put(ObjectNode part) {
        answer.ifPresent(message -> put(message, part));
    }

    private void put(DemoSession.Message message, ObjectNode part) {
        part.put("messageID", message.id());
        message.parts().put(part.path("id").asText(), part);
        written += part.path("text").asText().length()
                + part.path("state").toString().length() / 3;
        ObjectNode properties =
                demoSessions.about(demoSession).put("time", demoSessions.time().millis());
        properties.set("part", part);
        demoSessions.publish(demoSession, "message.part.updated", properties);
    }

    /** Appends a piece to a text that is being written. */
    void grow(ObjectNode part, String piece) {
        part.put("text", part.path("text").asText() + piece);
        ObjectNode properties = demoSessions
                .about(demoSession)
                .put("messageID", part.path("messageID").asText());
        properties.put("partID", part.path("id").asText()).put("field", "text").put("delta", piece);
        demoSessions.publish(demoSession, "message.part.delta", properties);
    }

    /** Ends the open answer, if there is one. */
    void close(String finish) {
        end(message -> message.info().put("finish", finish));
    }

    /** Ends the open answer with an error, which is also reported for the session. */
    void fail(String name, String sentence) {
        ObjectNode error = demoSession.info().objectNode().put("name", name);
        error.putObject("data").put("message", sentence);
        end(message -> message.info().set("error", error));
        ObjectNode properties = demoSessions.about(demoSession);
        properties.set("error", error);
        demoSessions.publish(demoSession, "session.error", properties);
    }

    private void end(java.util.function.Consumer<DemoSession.Message> how) {
        answer.ifPresent(message -> {
            how.accept(message);
            use(message, Math.round(written / CHARACTERS_PER_TOKEN));
            written = 0;
            time(message.info()).put("completed", demoSessions.time().millis());
            publish(message);
            demoSessions.touch(demoSession);
        });
        answer = Optional.empty();
    }

    /**
     * Records the tokens that the answer has used. Cached input is cheap, so a long conversation costs less than it
     * seems.
     */
    private void use(DemoSession.Message message, long output) {
        ObjectNode info = message.info();
        DemoModels.Model model = DemoModels.model(info.path("modelID").asText());
        long fresh = output == 0 ? 0 : READ_AT_LEAST + output * READ_PER_WRITTEN;
        double cost = fresh * model.input() + output * model.output() + context * CACHED * model.input();
        ObjectNode tokens = info.putObject("tokens");
        tokens.put("input", fresh).put("output", output).put("reasoning", 0);
        tokens.putObject("cache").put("read", context).put("write", 0);
        info.put("cost", output == 0 ? 0 : cost / 1_000_000);
        context += fresh + output;
    }

    private ObjectNode message(String role) {
        ObjectNode info = demoSessions
                .about(demoSession)
                .put("id", demoSessions.id("msg"))
                .put("role", role);
        info.putObject("time").put("created", demoSessions.time().millis());
        return info;
    }

    private static ObjectNode time(ObjectNode info) {
        return (ObjectNode) info.path("time");
    }

    private void publish(DemoSession.Message message) {
        ObjectNode properties = demoSessions.about(demoSession);
        properties.set("info", message.info());
        demoSessions.publish(demoSession, "message.updated", properties);
    }
}
