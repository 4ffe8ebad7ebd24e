package taskglass.task;

import java.util.Optional;

/** Who does the work: the agent and the model, as far as a server has told. */
public record Assignment(Optional<String> agent, Optional<ModelRef> model) {
    public static final Assignment UNKNOWN = new Assignment(Optional.empty(), Optional.empty());

    /** This assignment, with what it lacks taken from another. */
    public Assignment or(Assignment other) {
        return new Assignment(agent.or(other::agent), model.or(other::model));
    }
}
