package taskglass.opencode.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.ServerTrouble;
import taskglass.opencode.wire.AnswerWire;
import taskglass.opencode.wire.ChangeWire;
import taskglass.opencode.wire.PartWire;
import taskglass.opencode.wire.PromptWire;
import taskglass.task.Assignment;
import taskglass.task.TaskKey;
import taskglass.task.TodoItem;
import taskglass.task.request.Answer;
import taskglass.task.request.PromptDelivery;
import taskglass.task.request.QueuedPrompt;
import taskglass.task.run.SessionInfo;
import taskglass.task.transcript.FileChange;

/**
 * Accesses a session through the V1 API. One server process serves many directories, so each call names the session's
 * own.
 */
record SessionApiV1(Http http) implements SessionApi {
    @Override
    public Page messages(SessionInfo session, int limit, String before) throws ServerTrouble {
        Map<String, String> query = new HashMap<>(in(session.directory()));
        query.put("limit", String.valueOf(limit));
        if (!before.isEmpty()) {
            query.put("before", before);
        }
        Http.Answer answer = http.getWithHeaders(path(session.key(), "/message"), query);
        List<JsonNode> messages = new ArrayList<>();
        answer.body().forEach(messages::add);
        return new Page(messages, answer.header("X-Next-Cursor"));
    }

    @Override
    public JsonNode message(SessionInfo session, String id) throws ServerTrouble {
        return http.get(path(session.key(), "/message/" + id), in(session.directory()));
    }

    @Override
    public void prompt(SessionInfo session, Assignment assignment, String text, PromptDelivery promptDelivery)
            throws ServerTrouble {
        post(session, "/prompt_async", PromptWire.prompt(assignment, text, false));
    }

    @Override
    public void prompt(SessionInfo session, LastPrompt again) throws ServerTrouble {
        post(session, "/prompt_async", again.body());
    }

    @Override
    public void note(SessionInfo session, Assignment assignment, String text) throws ServerTrouble {
        post(session, "/message", PromptWire.prompt(assignment, text, true));
    }

    /** Answers true for any id, so only what is observed afterwards counts. */
    @Override
    public List<QueuedPrompt> abort(SessionInfo session) throws ServerTrouble {
        post(session, "/abort", Http.JSON.createObjectNode());
        return List.of();
    }

    /** 1.2 accepts any id. Later versions answer 404 to a request that no longer waits. */
    @Override
    public void answer(SessionInfo session, String request, Answer answer) throws ServerTrouble {
        AnswerWire wire = AnswerWire.of(request, answer);
        http.post(wire.path(), in(session.directory()), wire.body());
    }

    @Override
    public List<TodoItem> todos(SessionInfo session) throws ServerTrouble {
        return PartWire.todos(http.get(path(session.key(), "/todo"), in(session.directory())));
    }

    /** OpenCode 1.18 keeps changes per prompt and no others. */
    @Override
    public List<FileChange> changes(SessionInfo session, String prompt) throws ServerTrouble {
        Map<String, String> query = new HashMap<>(in(session.directory()));
        query.put("messageID", prompt);
        return ChangeWire.changes(http.get(path(session.key(), "/diff"), query));
    }

    private void post(SessionInfo session, String path, JsonNode body) throws ServerTrouble {
        http.post(path(session.key(), path), in(session.directory()), body);
    }

    static String path(TaskKey key, String rest) {
        String id = new HttpUrl.Builder()
                .scheme("http")
                .host("localhost")
                .addPathSegment(key.session())
                .build()
                .encodedPath();
        return "/session" + id + rest;
    }

    static Map<String, String> in(String directory) {
        return directory.isEmpty() ? Map.of() : Map.of("directory", directory);
    }
}
