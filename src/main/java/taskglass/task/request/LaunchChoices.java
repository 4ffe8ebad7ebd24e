package taskglass.task.request;

import java.util.List;
import java.util.Optional;
import taskglass.task.ModelRef;

/**
 * What a server offers for a launch in one directory.
 *
 * @param agents the agents the user can choose, without hidden ones, in the server's order: the first is its default
 * @param defaultModel the model the server uses if none is named
 * @param directory where the server works if no directory is named
 */
public record LaunchChoices(List<Agent> agents, List<Model> models, Optional<ModelRef> defaultModel, String directory) {

    /** An agent by name. {@code mode} is the server's value: primary, subagent or all. */
    public record Agent(String name, String mode) {}

    /** A model, with the display names of its provider and itself. */
    public record Model(ModelRef ref, String providerName, String name) {}
}
