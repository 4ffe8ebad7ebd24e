package taskglass.task;

/** Why a run ended as it did: a case for which the window has a text, and the server's own text, if any. */
public record Reason(Code code, String detail) {
    /** The cases, each with an English text for places that are not translated: messages to an agent. */
    public enum Code {
        NONE(""),
        SERVER_SAID(""),
        OUTPUT_LIMIT("the model reached its output limit"),
        CONTENT_FILTER("the provider's content filter stopped the answer"),
        MODEL_ERROR("the model's answer ended in an error"),
        PERMISSION_REJECTED("its request for a permission was rejected"),
        NO_REASON_KEPT("ended; the server keeps no reason"),
        QUESTION_DISMISSED("its question was dismissed"),
        SHUT_DOWN("stopped by its server: it was shut down, or a request was declined"),
        SUPERSEDED("stopped by its server for other work in the session"),
        INACTIVE("stopped by its server after a long time without activity"),
        STOPPED_BY_SERVER("stopped by its server"),
        LEFT_UNFINISHED("its server stopped working on it"),
        UNDONE("the rest was undone"),
        OPENCODE_ENDED("its OpenCode ended"),
        OPENCODE_STOPPED("you stopped it"),
        DIRECTORY_GONE("its directory is gone"),
        SESSION_DELETED("its session was deleted"),
        SESSION_GONE("its server no longer knows its session"),
        NEVER_STARTED("the server accepted the prompt but never started");

        private final String english;

        Code(String english) {
            this.english = english;
        }
    }

    /** Whether it was only concluded from the silence of a server, so that any other knowledge is better. */
    public boolean isGuess() {
        return code == Code.NO_REASON_KEPT || code == Code.LEFT_UNFINISHED;
    }

    public static final Reason NONE = new Reason(Code.NONE, "");

    public static Reason of(Code code) {
        return new Reason(code, "");
    }

    /** The reason for a run that a server stopped by itself. A reason that Taskglass does not know is kept as it is. */
    static Reason stopped(String word) {
        return switch (word) {
            case "shutdown" -> of(Code.SHUT_DOWN);
            case "superseded" -> of(Code.SUPERSEDED);
            case "inactivity" -> of(Code.INACTIVE);
            default -> new Reason(Code.STOPPED_BY_SERVER, word);
        };
    }

    public static Reason fromServer(TaskError error) {
        return new Reason(Code.SERVER_SAID, error.firstLine());
    }

    /** The reason in English: the server's text, or else the text of the case. */
    public String english() {
        return detail.isEmpty() ? code.english : detail;
    }
}
