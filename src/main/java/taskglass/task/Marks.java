package taskglass.task;

import java.time.Instant;
import java.util.Optional;

/**
 * What was noticed of a session beside its messages.
 *
 * @param noticed when work was first noticed of which no message is known
 * @param begun id of the newest prompt that was seen to be worked on before anything answered it, "" for none
 * @param error the newest error that was told without a message
 * @param said the beginning of the newest text that its agent wrote
 * @param heardTo id of the newest message that the stream has told of, "" for none
 */
record Marks(Optional<Instant> noticed, String begun, Optional<Heard> error, Optional<Fact.Said> said, String heardTo) {
    static final Marks NONE = new Marks(Optional.empty(), "", Optional.empty(), Optional.empty(), "");

    /** An error, and the newest message that the stream had told of before: it is about that one or a later one. */
    record Heard(TaskError error, String after) {}

    Marks noticed(Instant when) {
        return noticed.isPresent() ? this : new Marks(Optional.of(when), begun, error, said, heardTo);
    }

    Marks begun(Prompt prompt) {
        return new Marks(noticed, prompt.id(), error, said, heardTo);
    }

    /** The first error about a message is the server's sentence; those that follow repeat it with a stack trace. */
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

    /** The error told right after that message. After a later prompt it might be of a run that nobody told. */
    Optional<TaskError> errorAfter(String newest) {
        return error.filter(heard -> heard.after().equals(newest)).map(Heard::error);
    }

    String textSince(String beginning) {
        return said.filter(words -> words.message().compareTo(beginning) > 0)
                .map(Fact.Said::text)
                .orElse("");
    }

    /** Without what was noticed of messages that were undone from that one on; "" for none. */
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
