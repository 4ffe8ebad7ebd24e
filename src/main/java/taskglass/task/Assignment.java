package taskglass.task;

import java.util.Optional;

/** The agent and the model that do the work, as far as the server has reported them. */
public record Assignment(Optional<String> agent, Optional<ModelRef> model) {
    public static final Assignment UNKNOWN = new Assignment(Optional.empty(), Optional.empty());

    /** Returns this assignment with its missing values taken from another. */
    public Assignment or(Assignment other) {
        return new Assignment(agent.or(other::agent), model.or(other::model));
    }
}
