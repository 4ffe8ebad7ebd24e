package taskglass.task;

import java.util.List;

/** Why something that a person ordered was not done; what is said about it is for words to find. */
public sealed interface Refusal {
    /** The server is not watched any more. */
    record NotWatched(ServerId server) implements Refusal {}

    /** The server does not know the task any more. */
    record Gone(ServerId server) implements Refusal {}

    /** Something stands between us and the server. */
    record Troubled(ServerId server, Trouble trouble) implements Refusal {}

    /** The server has kept no prompt of the task that could be sent again. */
    record NoPrompt(ServerId server) implements Refusal {}

    /** The server has other agents than the one that was named. */
    record NoAgent(ServerId server, String wanted, List<String> offered) implements Refusal {}

    /** The server has other models than the one that was named. */
    record NoModel(ServerId server, String wanted, List<String> offered) implements Refusal {}

    /** A task was to be launched in a directory that is not there. */
    record NoDirectory(ServerId server, String directory) implements Refusal {}

    /** The task, or one below it, is at work and cannot go. */
    record AtWork(String task, Parting how) implements Refusal {}

    /** OpenCode did not start here: how, what there is to say about that, and the last lines that it printed. */
    record NotStarted(NoStart how, String what, List<String> lastLines) implements Refusal {}

    /** How OpenCode can fail to start. */
    enum NoStart {
        NOT_INSTALLED,
        /** What there is to say is the folder. */
        NO_FOLDER,
        /** What there is to say is the system's own sentence. */
        NOT_RUN,
        /** What there is to say is the exit status. */
        ENDED,
        SILENT
    }

    /** We are about to end. */
    record Closing() implements Refusal {}

    /** A fault of ours. */
    record Fault(String what) implements Refusal {}
}
