package taskglass.engine;

import taskglass.task.ServerId;
import taskglass.task.Trouble;

/** The sentences for commands that met a trouble: what happened, at which server, what to do. */
final class Sentences {
    private Sentences() {}

    static CommandFailed failed(ServerId server, Trouble trouble) {
        String name = server.shortName();
        return new CommandFailed(
                switch (trouble) {
                    case Trouble.NoAnswer(String detail) -> name + " does not answer (" + detail + "). Try again.";
                    case Trouble.Unauthorised u -> name + " wants a password. Give it in the window, then try again.";
                    case Trouble.NotOpenCode(String seen) -> name + " is not OpenCode: it sent " + seen + ".";
                    case Trouble.Ended e -> "OpenCode at " + name + " has ended. Start it again.";
                    case Trouble.Refused(int status, String sentence) ->
                        name + " refused (" + status + "): " + sentence;
                });
    }
}
