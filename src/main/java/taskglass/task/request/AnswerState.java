package taskglass.task.request;

import taskglass.task.Trouble;

/** The progress of the answer to a request. A request that disappears was answered. */
public sealed interface AnswerState {
    /** No answer was given from here. */
    record Open() implements AnswerState {}

    /** An answer is on its way. */
    record Sent() implements AnswerState {}

    /** The server has accepted the answer, but its effect does not show yet. */
    record Taken() implements AnswerState {}

    /** The answer did not arrive, or the server refused it. */
    record Failed(Trouble why) implements AnswerState {}

    /** The server accepted the answer and still asks. */
    record Ignored() implements AnswerState {}

    /** Whether nothing remains to be done but wait. */
    default boolean underWay() {
        return this instanceof Sent || this instanceof Taken;
    }
}
