package taskglass.task;

import java.util.List;
import java.util.Optional;

/**
 * What a server offers a launch in one directory.
 *
 * @param agents those a person may choose, hidden ones left out, in the server's order: the first is its default
 * @param defaultModel what the server takes when none is named
 * @param directory where the server works when no directory is named
 */
public record LaunchChoices(List<Agent> agents, List<Model> models, Optional<ModelRef> defaultModel, String directory) {

    /** An agent by name; {@code mode} is the server's: primary, subagent or all. */
    public record Agent(String name, String mode) {}

    /** A model and the names that its provider and it go by. */
    public record Model(ModelRef ref, String providerName, String name) {}
}
