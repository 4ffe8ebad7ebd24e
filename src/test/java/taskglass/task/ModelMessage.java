package taskglass.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.AssistantMessage.Ending;
import taskglass.task.run.Fact;
import taskglass.task.run.Prompt;
import taskglass.task.run.PromptKind;

/** One message of a {@link ModelSession}, as the model server's database has it; without a prompt it is one itself. */
final class ModelMessage {
    final String id;
    final String prompt;
    final Instant created;
    /** What it is, if it is a user's. */
    final PromptKind kind;

    final Map<String, ToolCall> calls = new LinkedHashMap<>();
    private Ending ending = Ending.OPEN;

    ModelMessage(String id, String prompt, Instant created) {
        this(id, prompt, created, PromptKind.PROMPT);
    }

    ModelMessage(String id, String prompt, Instant created, PromptKind kind) {
        this.kind = kind;
        this.id = id;
        this.prompt = prompt;
        this.created = created;
    }

    boolean user() {
        return prompt.isEmpty();
    }

    Fact call(String part, ToolCall.State state) {
        ToolCall call = new ToolCall(part, id, "bash", state);
        calls.put(part, call);
        return new Fact.Called(call);
    }

    Fact finish(String finish) {
        ending = new Ending(Optional.empty(), Optional.of(finish), Optional.empty());
        return info();
    }

    Fact complete(Instant at) {
        ending = new Ending(Optional.of(at), ending.finish(), ending.error());
        return info();
    }

    Fact fail(Instant at, TaskError error) {
        ending = new Ending(Optional.of(at), Optional.empty(), Optional.of(error));
        return info();
    }

    /** Whether a prompt came while this message was still open. */
    boolean openAt(ModelMessage later) {
        return ending.completed().filter(later.created::isBefore).isPresent();
    }

    boolean closedBefore(Instant time) {
        return ending.completed().filter(time::isAfter).isPresent();
    }

    boolean closedAfter(Instant time) {
        return ending.completed().filter(time::isBefore).isPresent();
    }

    /** As an event tells it: what a user message is only its parts tell. */
    Fact info() {
        return user()
                ? new Fact.Prompted(new Prompt(id, created, PromptKind.UNKNOWN), Assignment.UNKNOWN)
                : new Fact.Answered(new AssistantMessage(id, prompt, created, Assignment.UNKNOWN, ending));
    }

    /** The event of its part, if it is a user's. */
    Fact part() {
        return kind == PromptKind.PROMPT ? new Fact.Text(id, "Do it") : new Fact.Sent(id, kind);
    }

    List<Fact> facts() {
        if (user()) {
            return List.of(new Fact.Prompted(new Prompt(id, created, kind), Assignment.UNKNOWN));
        }
        List<Fact> facts = new ArrayList<>(List.of(info()));
        calls.values().forEach(call -> facts.add(new Fact.Called(call)));
        return facts;
    }
}
