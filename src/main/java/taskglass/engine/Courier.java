package taskglass.engine;

import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.ServerTrouble;
import taskglass.task.Launch.ParentWish;
import taskglass.task.ParentMessage;
import taskglass.task.SessionInfo;

/**
 * Delivers one message to its parent session, on a command thread. A message that may have arrived although its request
 * failed is looked up first, so that a parent receives each message once.
 */
record Courier(OpenCodeClient client) {

    /** Returns once the server has accepted the message. A parent that no longer exists counts as delivered. */
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
