package taskglass.ledger.record;

import java.util.Optional;

/** The answer to who may tell of something. */
public sealed interface Claim {
    /**
     * This program tells of it.
     *
     * @param before the outcome that was told of the same run before, which has become wrong
     */
    record Granted(Optional<String> before) implements Claim {}

    /** It was told, or is being told by another window. */
    record Taken() implements Claim {}
}
