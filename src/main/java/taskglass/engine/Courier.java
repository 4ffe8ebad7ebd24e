package taskglass.engine;

import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.ServerTrouble;
import taskglass.task.Launch.ParentWish;
import taskglass.task.ParentMessage;
import taskglass.task.SessionInfo;

/**
 * Brings one message to its parent session, on a command thread. A message that may have arrived although its request
 * failed is looked for first, so that a parent hears each piece of news once.
 */
record Courier(OpenCodeClient client) {

    /** Returns once the server has taken it; a parent that no longer exists has taken it too. */
    void deliver(ParentMessage message, SessionInfo parent, boolean mayHaveArrived) throws ServerTrouble {
        try {
            if (!mayHaveArrived || !client.hasMessageWith(parent, message.text())) {
                send(message, parent);
            }
        } catch (ServerTrouble trouble) {
            if (!trouble.notFound()) {
                throw trouble;
            }
        }
    }

    private void send(ParentMessage message, SessionInfo parent) throws ServerTrouble {
        if (message.wish() == ParentWish.QUIET) {
            client.note(parent, parent.assignment(), message.text());
        } else {
            client.prompt(parent, parent.assignment(), message.text());
        }
    }
}
