package taskglass.task;

/** The progress of the answer to a request. A request that disappears was answered. */
public sealed interface Answering {
    /** No answer was given from here. */
    record Open() implements Answering {}

    /** An answer is on its way. */
    record Sent() implements Answering {}

    /** The server has accepted the answer, but its effect does not show yet. */
    record Taken() implements Answering {}

    /** The answer did not arrive, or the server refused it. */
    record Failed(Trouble why) implements Answering {}

    /** The server accepted the answer and still asks. */
    record Ignored() implements Answering {}

    /** Whether nothing remains to be done but wait. */
    default boolean underWay() {
        return this instanceof Sent || this instanceof Taken;
    }
}
