package taskglass.engine.command;

import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.request.ParentMessage;
import taskglass.task.run.SessionInfo;

/**
 * Delivers one message to its parent session, on a command thread. A message that may have arrived although its request
 * failed is looked up first, so that a parent receives each message once.
 */
record ParentMessageSender(OpenCodeClient client) {

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
