package taskglass.task;

import java.time.Instant;
import java.util.Optional;

/**
 * Observations about a session beyond its messages.
 *
 * @param noticed when work without a known message was first noticed
 * @param begun id of the newest prompt that was seen to be worked on before any answer to it; "" for none
 * @param error the newest error that was reported without a message
 * @param said the beginning of the newest text that its agent wrote
 * @param heardTo id of the newest message that the stream has reported; "" for none
 */
record Marks(Optional<Instant> noticed, String begun, Optional<Heard> error, Optional<Fact.Said> said, String heardTo) {
    static final Marks NONE = new Marks(Optional.empty(), "", Optional.empty(), Optional.empty(), "");

    /**
     * An error, and the newest message that the stream had reported before it. The error is about that message or a
     * later one.
     */
    record Heard(TaskError error, String after) {}

    Marks noticed(Instant when) {
        return noticed.isPresent() ? this : new Marks(Optional.of(when), begun, error, said, heardTo);
    }

    Marks begun(Prompt prompt) {
        return new Marks(noticed, prompt.id(), error, said, heardTo);
    }

    /**
     * Notes an error. The first error about a message has the server's sentence; later ones repeat it with a stack
     * trace.
     */
    Marks erred(TaskError heard) {
        boolean repeats =
                error.filter(known -> known.after().compareTo(heardTo) >= 0).isPresent();
        return repeats ? this : new Marks(noticed, begun, Optional.of(new Heard(heard, heardTo)), said, heardTo);
    }

    Marks said(Fact.Said words) {
        boolean newer = said.filter(known -> known.message().compareTo(words.message()) > 0)
                .isEmpty();
        return newer ? new Marks(noticed, begun, error, Optional.of(words), heardTo) : this;
    }

    Marks heardOf(String message) {
        return message.compareTo(heardTo) > 0 ? new Marks(noticed, begun, error, said, message) : this;
    }

    /**
     * The error reported right after that message. After a later prompt, it could belong to a run that was never
     * reported.
     */
    Optional<TaskError> errorAfter(String newest) {
        return error.filter(heard -> heard.after().equals(newest)).map(Heard::error);
    }

    String textSince(String beginning) {
        return said.filter(words -> words.message().compareTo(beginning) > 0)
                .map(Fact.Said::text)
                .orElse("");
    }

    /** Removes the observations about messages undone from that one on; "" for none. */
    Marks before(String undone) {
        return undone.isEmpty()
                ? this
                : new Marks(
                        Optional.empty(),
                        begun,
                        error,
                        said.filter(words -> words.message().compareTo(undone) < 0),
                        heardTo);
    }
}
