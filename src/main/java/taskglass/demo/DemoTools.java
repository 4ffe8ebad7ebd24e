package taskglass.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tools that one actor uses. */
final class DemoTools {
    private static final double USUAL_SECONDS = 2.5;
    private static final double INSTANT = 0.2;
    private static final double LOADING = 0.35;

    private final ScriptedAgent scriptedAgent;
    private final MessageWriter messageWriter;
    private final List<ToolPart> open = new ArrayList<>();
    private List<String> plan = List.of();

    DemoTools(ScriptedAgent scriptedAgent, MessageWriter messageWriter) {
        this.scriptedAgent = scriptedAgent;
        this.messageWriter = messageWriter;
    }

    void call(StoryStep.Call call, Runnable then) {
        ToolPart part = start(call.call(), call.input());
        scriptedAgent.after(LOADING, () -> {
            part.run();
            call.permission().ifPresentOrElse(allow -> ask(call, allow, part, then), () -> work(call, part, then));
        });
    }

    private void work(StoryStep.Call call, ToolPart part, Runnable then) {
        scriptedAgent.after(call.seconds() > 0 ? call.seconds() : USUAL_SECONDS, () -> {
            if (call.call().equals("bash")) {
                part.metadata().put("output", call.output()).put("exit", call.failing() ? 1 : 0);
            }
            if (!call.diff().isEmpty()) {
                DemoFileChanges.note(scriptedAgent.session().changes(messageWriter.prompt()), call.file(), call.diff());
            }
            end(part, () -> part.complete(title(call), call.output()));
            then.run();
        });
    }

    private void ask(StoryStep.Call call, StoryStep.Allow allow, ToolPart part, Runnable then) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("permission", allow.kind());
        allow.patterns().forEach(request.putArray("patterns")::add);
        ObjectNode metadata = request.putObject("metadata");
        if (call.diff().isEmpty()) {
            metadata.put("command", call.input().path("command").asText());
        } else {
            String file = scriptedAgent.session().directory() + "/" + call.file();
            metadata.put("filepath", file);
            metadata.put("diff", "--- " + file + "\n+++ " + file + "\n" + call.diff() + "\n");
        }
        allow.always().forEach(request.putArray("always")::add);
        tool(request, part);
        String id = scriptedAgent
                .world()
                .asks()
                .ask(
                        DemoRequests.Kind.PERMISSION,
                        scriptedAgent.session(),
                        request,
                        answer -> permitted(answer, call, part, then));
        ObjectNode once = JsonNodeFactory.instance.objectNode().put("reply", "once");
        allow.answered()
                .ifPresent(seconds -> scriptedAgent.after(
                        seconds, () -> scriptedAgent.world().asks().answer(id, "replied", once)));
    }

    private void permitted(JsonNode answer, StoryStep.Call call, ToolPart part, Runnable then) {
        boolean rejected = answer.path("reply").asText().equals("reject");
        String feedback = answer.path("message").asText();
        if (!rejected) {
            work(call, part, then);
        } else if (feedback.isEmpty()) {
            end(part, () -> part.fail("The user rejected permission to use this specific tool call."));
            scriptedAgent.giveUp();
        } else {
            end(
                    part,
                    () -> part.fail("The user rejected permission to use this specific tool call with the following"
                            + " feedback: " + feedback));
            then.run();
        }
    }

    void question(StoryStep.Question question, Runnable then) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        ObjectNode asked = input.putArray("questions").addObject();
        asked.put("header", question.header()).put("question", question.question());
        ArrayNode options = asked.putArray("options");
        question.options()
                .forEach(option ->
                        options.addObject().put("label", option.label()).put("description", option.description()));
        ToolPart part = start("question", input);
        part.run();
        ObjectNode request = input.deepCopy();
        tool(request, part);
        String id = scriptedAgent
                .world()
                .asks()
                .ask(
                        DemoRequests.Kind.QUESTION,
                        scriptedAgent.session(),
                        request,
                        answer -> answered(answer, question, part, then));
        ObjectNode usual = JsonNodeFactory.instance.objectNode();
        usual.putArray("answers").addArray().add(question.answer());
        question.answered()
                .ifPresent(seconds -> scriptedAgent.after(
                        seconds, () -> scriptedAgent.world().asks().answer(id, "replied", usual)));
    }

    private void answered(JsonNode answer, StoryStep.Question question, ToolPart part, Runnable then) {
        String chosen = answer.at("/answers/0/0").asText();
        if (chosen.isEmpty()) {
            end(part, () -> part.fail("The user dismissed this question"));
            scriptedAgent.giveUp();
            return;
        }
        part.metadata().set("answers", answer.path("answers"));
        String output = "User has answered your questions: \"" + question.question() + "\"=\"" + chosen + "\".";
        end(part, () -> part.complete("Asked 1 question", output));
        scriptedAgent.after(USUAL_SECONDS, then);
    }

    /** Starts a subagent in its own session by a call of the tool {@code task}. The call ends with that session. */
    void delegate(DemoStory demoStory, Runnable then) {
        DemoSessions demoSessions = scriptedAgent.world();
        String title = demoStory.title() + " (@" + demoStory.agent() + " subagent)";
        DemoSession child = demoSessions.create(
                title,
                scriptedAgent.session().directory(),
                Optional.of(scriptedAgent.session().id()));
        ObjectNode input = JsonNodeFactory.instance.objectNode().put("description", demoStory.title());
        input.put("prompt", demoStory.prompt()).put("subagent_type", demoStory.agent());
        ToolPart part = start("task", input);
        part.metadata().put("sessionId", child.id());
        part.run();
        ScriptedAgent other = new ScriptedAgent(demoSessions, child, demoStory);
        other.begin(ScriptedAgent.text(demoStory.prompt()), () -> {
            if (open.contains(part)) {
                end(part, () -> part.complete(demoStory.title(), other.lastText()));
                scriptedAgent.after(INSTANT, then);
            }
        });
    }

    void plan(List<String> items, Runnable then) {
        plan = items;
        write(0, then);
    }

    void tick(int done, Runnable then) {
        write(done, then);
    }

    private void write(int done, Runnable then) {
        ArrayNode todos = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < plan.size(); i++) {
            String status = i < done ? "completed" : i == done ? "in_progress" : "pending";
            todos.addObject().put("content", plan.get(i)).put("status", status).put("priority", "medium");
        }
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        input.set("todos", todos);
        ToolPart part = start("todowrite", input);
        part.run();
        scriptedAgent.after(INSTANT, () -> {
            part.metadata().set("todos", todos);
            scriptedAgent.session().todos(todos);
            ObjectNode properties = scriptedAgent.world().about(scriptedAgent.session());
            properties.set("todos", todos);
            scriptedAgent.world().publish(scriptedAgent.session(), "todo.updated", properties);
            end(part, () -> part.complete(plan.size() - done + " todos", todos.toPrettyString()));
            then.run();
        });
    }

    /** Ends every call in progress. */
    void abort() {
        List.copyOf(open).forEach(part -> end(part, () -> part.fail("Tool execution aborted")));
    }

    private ToolPart start(String tool, ObjectNode input) {
        ToolPart part = new ToolPart(messageWriter, scriptedAgent.world(), tool, input);
        open.add(part);
        return part;
    }

    private void end(ToolPart part, Runnable how) {
        open.remove(part);
        how.run();
        scriptedAgent.world().touch(scriptedAgent.session());
    }

    private static void tool(ObjectNode request, ToolPart part) {
        request.putObject("tool").put("messageID", part.message()).put("callID", part.callId());
    }

    private static String title(StoryStep.Call call) {
        String file = call.file();
        return file.isEmpty() ? call.input().path("command").asText(call.call()) : file;
    }
}
