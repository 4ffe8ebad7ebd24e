package taskglass.opencode.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.ServerTrouble;
import taskglass.opencode.v2.V2Ends;
import taskglass.opencode.v2.V2Inbox;
import taskglass.opencode.v2.V2MessageOrder;
import taskglass.opencode.v2.V2Messages;
import taskglass.opencode.v2.V2Requests;
import taskglass.opencode.wire.AnswerWire;
import taskglass.opencode.wire.ChangeWire;
import taskglass.task.Assignment;
import taskglass.task.ModelRef;
import taskglass.task.TodoItem;
import taskglass.task.Trouble;
import taskglass.task.request.Answer;
import taskglass.task.request.PromptDelivery;
import taskglass.task.request.QueuedPrompt;
import taskglass.task.run.Fact;
import taskglass.task.run.SessionInfo;
import taskglass.task.transcript.FileChange;

/**
 * Accesses a session through the V2 API, where the server knows the session's directory.
 *
 * @param early whether it is the form that 1.18 has beside V1: a prompt is nested there and no notes can be added
 */
record SessionApiV2(Http http, boolean early, V2MessageOrder places, V2Ends ends) implements SessionApi {
    private static final int NOT_POSSIBLE = 501;
    private static final String FORM = "frm_";

    @Override
    public Page messages(SessionInfo session, int limit, String before) throws ServerTrouble {
        return new V2Pages(http, early, places).page(session, limit, before);
    }

    @Override
    public void completeEnd(SessionInfo session, List<JsonNode> messages) {
        if (!early) {
            ends.complete(session.key().session(), messages);
        }
    }

    @Override
    public JsonNode message(SessionInfo session, String id) throws ServerTrouble {
        JsonNode answer = http.get(path(session, "/message/" + V2MessageOrder.server(id)), Map.of());
        return V2Messages.asV1(answer.path("data"), session.key().session(), places)
                .orElseGet(Http.JSON::missingNode);
    }

    @Override
    public void prompt(SessionInfo session, Assignment assignment, String text, PromptDelivery promptDelivery)
            throws ServerTrouble {
        switchTo(session, assignment);
        ObjectNode prompt = Http.JSON.createObjectNode().put("text", text);
        if (!early && promptDelivery == PromptDelivery.QUEUE) {
            prompt.put("delivery", "queue");
        }
        http.post(
                path(session, "/prompt"),
                Map.of(),
                early ? Http.JSON.createObjectNode().set("prompt", prompt) : prompt);
    }

    /** Sends only the text of the old prompt again. Its attachments are still in the session. */
    @Override
    public void prompt(SessionInfo session, LastPrompt again) throws ServerTrouble {
        prompt(
                session,
                again.assignment(),
                String.join("\n", again.body().path("parts").findValuesAsText("text")),
                PromptDelivery.STEER);
    }

    /** In V2 the agent and the model belong to the session, not to the prompt. */
    private void switchTo(SessionInfo session, Assignment wanted) throws ServerTrouble {
        Assignment now = session.assignment();
        if (wanted.agent().isPresent() && !wanted.agent().equals(now.agent())) {
            http.post(
                    path(session, "/agent"),
                    Map.of(),
                    Http.JSON.createObjectNode().put("agent", wanted.agent().get()));
        }
        if (wanted.model().isPresent() && !wanted.model().equals(now.model())) {
            http.post(
                    path(session, "/model"),
                    Map.of(),
                    Http.JSON
                            .createObjectNode()
                            .set("model", model(wanted.model().get())));
        }
    }

    static ObjectNode model(ModelRef model) {
        return Http.JSON.createObjectNode().put("id", model.id()).put("providerID", model.provider());
    }

    @Override
    public void note(SessionInfo session, Assignment assignment, String text) throws ServerTrouble {
        if (early) {
            throw notPossible("This session lives behind OpenCode's second API, which takes no notes before 2.0.");
        }
        http.post(
                path(session, "/synthetic"),
                Map.of(),
                Http.JSON.createObjectNode().put("text", text).put("resume", false));
    }

    /** Queued prompts would stay and run at the next prompt, so 2.x is asked to drop them. */
    @Override
    public List<QueuedPrompt> abort(SessionInfo session) throws ServerTrouble {
        http.post(path(session, "/interrupt"), Map.of(), Http.JSON.createObjectNode());
        return early ? List.of() : inbox(session).empty();
    }

    @Override
    public List<QueuedPrompt> waiting(SessionInfo session) throws ServerTrouble {
        return early ? List.of() : inbox(session).waiting();
    }

    @Override
    public Optional<Fact> queue(SessionInfo session) throws ServerTrouble {
        return early || ends.isRunning(session.key().session())
                ? Optional.empty()
                : Optional.of(new Fact.Waiting(waiting(session)));
    }

    @Override
    public void drop(SessionInfo session, String prompt) throws ServerTrouble {
        inbox(session).drop(prompt);
    }

    private V2Inbox inbox(SessionInfo session) {
        return new V2Inbox(http, session.key().session());
    }

    @Override
    public void answer(SessionInfo session, String request, Answer answer) throws ServerTrouble {
        if (request.startsWith(FORM) || request.startsWith(V2Requests.GLOBAL)) {
            answerForm(session, request, answer);
            return;
        }
        AnswerWire wire = AnswerWire.of(request, answer);
        if (!early && wire.body().has("reply")) {
            // Newer servers require this name. Servers of July require the other one, and accept both.
            wire.body().set("decision", wire.body().get("reply"));
        }
        http.post(path(session, wire.path()), Map.of(), wire.body());
    }

    private void answerForm(SessionInfo session, String form, Answer answer) throws ServerTrouble {
        String path = form.startsWith(V2Requests.GLOBAL)
                ? "/api/session/" + form.replace("/", "/form/")
                : path(session, "/form/" + form);
        if (answer instanceof Answer.Chosen(var labels)) {
            JsonNode fields = http.get(path, Map.of()).at("/data/fields");
            ObjectNode reply = Http.JSON.createObjectNode();
            reply.set("answer", V2Requests.answer(fields, labels));
            http.post(path + "/reply", Map.of(), reply);
        } else {
            dismiss(path);
        }
    }

    /** Newer servers expect a delete request. Servers of July do not support that and expect a cancel request. */
    private void dismiss(String form) throws ServerTrouble {
        try {
            http.delete(form, Map.of());
        } catch (ServerTrouble trouble) {
            if (!(trouble.trouble() instanceof Trouble.Refused)) {
                throw trouble;
            }
            http.post(form + "/cancel", Map.of(), Http.JSON.createObjectNode());
        }
    }

    /** 1.18 keeps todos where V1 does. 2.x has no list of them; what a tool stored is in its call. */
    @Override
    public List<TodoItem> todos(SessionInfo session) throws ServerTrouble {
        return early ? new SessionApiV1(http).todos(session) : List.of();
    }

    @Override
    public List<FileChange> changes(SessionInfo session, String prompt) throws ServerTrouble {
        return early
                ? List.of()
                : ChangeWire.changes(http.get(path(session, "/diff"), Map.of("from", V2MessageOrder.server(prompt)))
                        .path("data"));
    }

    static ServerTrouble notPossible(String why) {
        return new ServerTrouble(new Trouble.Refused(NOT_POSSIBLE, why));
    }

    static String path(SessionInfo session, String rest) {
        return "/api" + SessionApiV1.path(session.key(), rest);
    }
}
