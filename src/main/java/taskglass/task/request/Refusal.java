package taskglass.task.request;

import java.util.List;
import taskglass.task.ServerId;
import taskglass.task.Trouble;

/** Why something that the user ordered was not done. The words package has the text for each case. */
public sealed interface Refusal {
    /** The server is no longer watched. */
    record NotWatched(ServerId server) implements Refusal {}

    /** The server no longer knows the task. */
    record Gone(ServerId server) implements Refusal {}

    /** There is a problem with the server. */
    record Troubled(ServerId server, Trouble trouble) implements Refusal {}

    /** The server has kept no prompt of the task that could be sent again. */
    record NoPrompt(ServerId server) implements Refusal {}

    /** The server does not have the requested agent. */
    record NoAgent(ServerId server, String wanted, List<String> offered) implements Refusal {}

    /** The server does not have the requested model. */
    record NoModel(ServerId server, String wanted, List<String> offered) implements Refusal {}

    /** The directory for the launch does not exist. */
    record NoDirectory(ServerId server, String directory) implements Refusal {}

    /** The task, or one of its descendants, is at work and cannot be removed. */
    record AtWork(String task, RemovalState how) implements Refusal {}

    /** OpenCode did not start here: the kind of failure, its detail, and the last lines that it printed. */
    record NotStarted(NoStart how, String what, List<String> lastLines) implements Refusal {}

    /** How OpenCode can fail to start. */
    enum NoStart {
        NOT_INSTALLED,
        /** The detail is the folder. */
        NO_FOLDER,
        /** The detail is the system's own error text. */
        NOT_RUN,
        /** The detail is the exit status. */
        ENDED,
        SILENT
    }

    /** Taskglass is about to exit. */
    record Closing() implements Refusal {}

    /** A bug in Taskglass. */
    record Fault(String what) implements Refusal {}
}
