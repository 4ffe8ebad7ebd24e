package taskglass.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import taskglass.task.BookDiff;
import taskglass.task.LaunchChoices;
import taskglass.task.LaunchRequest;
import taskglass.task.Notice;
import taskglass.task.ParentMessage;
import taskglass.task.ServerId;
import taskglass.task.TaskBook;
import taskglass.task.TaskKey;

/**
 * Everything behind the window, as the window sees it. Every method is called on the owner's thread and returns at
 * once; listeners and stages are called on it too. A stage fails with a {@link CommandFailed} whose message is a
 * sentence for a person.
 */
public final class Engine implements AutoCloseable {

    public TaskBook book() {
        throw new UnsupportedOperationException();
    }

    /** The servers being watched, in the order in which they were named. */
    public List<ServerId> servers() {
        throw new UnsupportedOperationException();
    }

    public void onDiff(Consumer<BookDiff> listener) {
        throw new UnsupportedOperationException();
    }

    public void onNotice(Consumer<Notice> listener) {
        throw new UnsupportedOperationException();
    }

    /** Looks at a server again at once. */
    public void retry(ServerId server) {
        throw new UnsupportedOperationException();
    }

    /** Tries a server again with the password that a person typed; it is kept in memory only. */
    public void authorise(ServerId server, String password) {
        throw new UnsupportedOperationException();
    }

    /** What may be chosen for a launch in a directory ("" for the server's own). */
    public CompletionStage<LaunchChoices> choices(ServerId server, String directory) {
        throw new UnsupportedOperationException();
    }

    public CompletionStage<TaskKey> launch(LaunchRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Asks the servers to stop these tasks; what comes of it shows in the book. */
    public void cancel(List<TaskKey> tasks) {
        throw new UnsupportedOperationException();
    }

    /** The messages that parents have not been given yet, oldest first. */
    public List<ParentMessage> pendingMessages() {
        throw new UnsupportedOperationException();
    }

    /** Drops the messages that wait for a parent. */
    public void clearMessages(TaskKey parent) {
        throw new UnsupportedOperationException();
    }

    public void onPendingMessages(Runnable listener) {
        throw new UnsupportedOperationException();
    }

    /** The OpenCode program on this machine, if there is one to start. */
    public java.util.Optional<Path> installedOpenCode() {
        throw new UnsupportedOperationException();
    }

    /** Starts OpenCode as a child of this process in a folder and watches it. */
    public CompletionStage<ServerId> startOpenCode(Path folder) {
        throw new UnsupportedOperationException();
    }

    /** Whether a server that was started from here has tasks at work, so that closing would end them. */
    public boolean closingEndsWork() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
