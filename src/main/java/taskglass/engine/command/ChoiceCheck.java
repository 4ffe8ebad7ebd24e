package taskglass.engine.command;

import java.util.List;
import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.Assignment;
import taskglass.task.ModelRef;
import taskglass.task.request.LaunchChoices;
import taskglass.task.request.LaunchChoices.Agent;
import taskglass.task.request.Refusal;

/**
 * Checks whether a server has the agent and the model that a prompt names. The check comes first because a server
 * answers 204 to an unknown agent or model, and then reports nothing or almost nothing. Blocks, so it is used on a
 * command thread.
 */
record ChoiceCheck(OpenCodeClient client, LoadedChoices.Pause pause) {
    void check(Assignment wanted, String directory) throws ServerTrouble {
        if (wanted.equals(Assignment.UNKNOWN)) {
            return;
        }
        LaunchChoices choices = new LoadedChoices(client, pause).in(directory, loaded -> isOffered(wanted, loaded));
        wanted.agent().ifPresent(agent -> checkAgent(agent, choices));
        wanted.model().ifPresent(model -> checkModel(model, choices));
    }

    private static boolean isOffered(Assignment wanted, LaunchChoices choices) {
        return !(wanted.agent().isPresent() && choices.agents().isEmpty())
                && !(wanted.model().isPresent() && choices.models().isEmpty());
    }

    private void checkAgent(String wanted, LaunchChoices choices) {
        List<String> names = choices.agents().stream().map(Agent::name).toList();
        if (!names.contains(wanted)) {
            throw new CommandFailed(new Refusal.NoAgent(client.server(), wanted, names));
        }
    }

    private void checkModel(ModelRef wanted, LaunchChoices choices) {
        List<String> names =
                choices.models().stream().map(model -> model.ref().toString()).toList();
        if (!names.contains(wanted.toString())) {
            throw new CommandFailed(new Refusal.NoModel(client.server(), wanted.toString(), names));
        }
    }
}
