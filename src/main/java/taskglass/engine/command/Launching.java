package taskglass.engine.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import taskglass.engine.inbox.Inbox;
import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.TaskKey;
import taskglass.task.request.Launch;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.Refusal;
import taskglass.task.run.SessionInfo;
import taskglass.task.store.Change;

/**
 * Runs one launch: checks for what a server would accept silently and then never do, creates the session, and prompts
 * it. Blocks, so it runs on a command thread.
 *
 * @param local whether the server shares this computer's files
 */
public record Launching(OpenCodeClient client, Inbox inbox, Clock clock, LoadedChoices.Pause pause, boolean local) {
    public TaskKey launch(LaunchRequest request) {
        try {
            checkDirectory(request.directory());
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

    /** The failure that is reported is the refusal of the prompt, whatever happens to the session. */
    private void delete(SessionInfo session, ServerTrouble refused) {
        try {
            client.delete(session);
        } catch (ServerTrouble stays) {
            refused.addSuppressed(stays);
        }
    }

    /** A server creates sessions in directories that do not exist, and never works on them. */
    private void checkDirectory(String directory) {
        if (local && !directory.isEmpty() && isMissing(directory)) {
            throw new CommandFailed(new Refusal.NoDirectory(client.server(), directory));
        }
    }

    private static boolean isMissing(String directory) {
        try {
            Path path = Path.of(directory);
            return path.isAbsolute() && (Files.notExists(path) || Files.isRegularFile(path));
        } catch (InvalidPathException notOfThisSystem) {
            return true;
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
