package taskglass.engine;

import java.time.Clock;
import java.util.Optional;
import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.ServerTrouble;
import taskglass.task.Change;
import taskglass.task.Launch;
import taskglass.task.LaunchRequest;
import taskglass.task.Refusal;
import taskglass.task.SessionInfo;
import taskglass.task.TaskKey;

/**
 * One launch: checks what a server would take without a word and then never do, creates the session, prompts it. Blocks,
 * so it runs on a command thread.
 */
record Launching(OpenCodeClient client, Inbox inbox, Clock clock, LoadedChoices.Pause pause) {
    TaskKey launch(LaunchRequest request) {
        try {
            new ChoiceCheck(client, pause).check(request.assignment(), request.directory());
            checkParent(request);
            SessionInfo session = client.createSession(request);
            Launch launch = new Launch(
                    request.description(), clock.instant(), request.family().wish(), Optional.empty());
            inbox.post(new Change.Launched(session, launch));
            prompt(session, request);
            return session.key();
        } catch (ServerTrouble trouble) {
            throw new CommandFailed(new Refusal.Troubled(client.server(), trouble.trouble()));
        }
    }

    private void prompt(SessionInfo session, LaunchRequest request) throws ServerTrouble {
        try {
            client.prompt(session, request.assignment(), request.prompt());
        } catch (ServerTrouble trouble) {
            inbox.post(new Change.Withdrawn(session.key()));
            delete(session, trouble);
            throw trouble;
        }
    }

    /** What is told is why the prompt was refused, whatever becomes of the session. */
    private void delete(SessionInfo session, ServerTrouble refused) {
        try {
            client.delete(session);
        } catch (ServerTrouble stays) {
            refused.addSuppressed(stays);
        }
    }

    /** A server creates children of parents that do not exist. */
    private void checkParent(LaunchRequest request) throws ServerTrouble {
        Optional<TaskKey> parent = request.family().parent();
        if (parent.isPresent()) {
            client.session(parent.get(), "");
        }
    }
}
