package taskglass.opencode.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import taskglass.opencode.http.Http;
import taskglass.task.request.Answer;

/** The user's answer in the form that the V1 API expects. */
public record AnswerWire(String path, ObjectNode body) {

    public static AnswerWire of(String request, Answer answer) {
        return switch (answer) {
            case Answer.Once() -> permission(request, "once", "");
            case Answer.Always() -> permission(request, "always", "");
            case Answer.Reject(String message) -> permission(request, "reject", message);
            case Answer.Chosen(var labels) -> new AnswerWire("/question/" + request + "/reply", chosen(labels));
            case Answer.Dismiss() -> new AnswerWire("/question/" + request + "/reject", Http.JSON.createObjectNode());
        };
    }

    private static AnswerWire permission(String request, String reply, String message) {
        ObjectNode body = Http.JSON.createObjectNode().put("reply", reply);
        if (!message.isEmpty()) {
            body.put("message", message);
        }
        return new AnswerWire("/permission/" + request + "/reply", body);
    }

    private static ObjectNode chosen(List<List<String>> labels) {
        ObjectNode body = Http.JSON.createObjectNode();
        ArrayNode answers = body.putArray("answers");
        labels.forEach(one -> one.forEach(answers.addArray()::add));
        return body;
    }
}
