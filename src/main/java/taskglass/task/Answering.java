package taskglass.task;

/** How the answer to a request stands. That it was taken shows by the request's being gone. */
public sealed interface Answering {
    /** Nobody has answered from here. */
    record Open() implements Answering {}

    /** An answer is on its way. */
    record Sent() implements Answering {}

    /** The server has said yes to the answer, and not shown yet what came of it. */
    record Taken() implements Answering {}

    /** The answer did not arrive, or was refused. */
    record Failed(Trouble why) implements Answering {}

    /** The server said yes to the answer, and asks again all the same. */
    record Ignored() implements Answering {}

    /** Whether there is nothing to do but wait. */
    default boolean underWay() {
        return this instanceof Sent || this instanceof Taken;
    }
}
