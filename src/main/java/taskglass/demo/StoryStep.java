package taskglass.demo;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One step of a story. Its fields determine its type. Times are in seconds. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(StoryStep.Say.class),
    @JsonSubTypes.Type(StoryStep.Plan.class),
    @JsonSubTypes.Type(StoryStep.Done.class),
    @JsonSubTypes.Type(StoryStep.Call.class),
    @JsonSubTypes.Type(StoryStep.Together.class),
    @JsonSubTypes.Type(StoryStep.Question.class),
    @JsonSubTypes.Type(StoryStep.Delegate.class),
    @JsonSubTypes.Type(StoryStep.Retry.class),
    @JsonSubTypes.Type(StoryStep.Fail.class),
    @JsonSubTypes.Type(StoryStep.Leave.class),
    @JsonSubTypes.Type(StoryStep.Cancel.class),
    @JsonSubTypes.Type(StoryStep.Repeat.class)
})
sealed interface StoryStep {
    /** Begins an answer with a text. */
    record Say(String say) implements StoryStep {}

    /** Writes a to-do list. */
    record Plan(List<String> plan) implements StoryStep {}

    /** Marks that many items of the plan as done. */
    record Done(int done) implements StoryStep {}

    /**
     * Calls a tool.
     *
     * @param diff the change to the file, for an edit
     * @param allow the permission that the call needs first, if any
     */
    record Call(String call, ObjectNode input, String output, String diff, double seconds, Boolean fails, Allow allow)
            implements StoryStep {
        public Call {
            input = Objects.requireNonNullElseGet(input, JsonNodeFactory.instance::objectNode);
            output = Objects.requireNonNullElse(output, "");
            diff = Objects.requireNonNullElse(diff, "");
        }

        boolean failing() {
            return Boolean.TRUE.equals(fails);
        }

        Optional<Allow> permission() {
            return Optional.ofNullable(allow);
        }

        String file() {
            return input.path("filePath").asText();
        }
    }

    /** A permission request. Without {@code after} it waits for the user. */
    record Allow(String kind, List<String> patterns, List<String> always, Double after) {
        Optional<Double> answered() {
            return Optional.ofNullable(after);
        }
    }

    /** Runs steps in parallel. */
    record Together(List<StoryStep> together) implements StoryStep {}

    /** Asks the user a question. If {@code answer} is set, it is given after that time. */
    record Question(String header, String question, List<Option> options, String answer, Double after)
            implements StoryStep {
        Optional<Double> answered() {
            return Optional.ofNullable(after);
        }
    }

    /** One of the answers that a question offers. */
    record Option(String label, String description) {}

    /** Delegates part of the work to a subagent and waits for it. */
    record Delegate(DemoStory delegate) implements StoryStep {}

    /** The provider does not answer, and the call is retried that many times. */
    record Retry(String retry, int times, double pause) implements StoryStep {}

    /** The provider refuses: the task fails. */
    record Fail(String fail) implements StoryStep {}

    /** Leaves the work unfinished, as when a server is killed. */
    record Leave(boolean leave) implements StoryStep {}

    /** The user cancels the task. */
    record Cancel(boolean cancel) implements StoryStep {}

    /** Repeats the same steps that many times. */
    record Repeat(int repeat, List<StoryStep> steps) implements StoryStep {}
}
