package taskglass.opencode.discovery;

import java.util.Optional;
import taskglass.opencode.Credentials;

/** The result of asking a candidate. */
sealed interface Verdict {
    /** It is OpenCode. These credentials opened it, or none were needed, or none are known. */
    record Believed(Optional<Credentials> credentials) implements Verdict {}

    /** It is something else, and remains so as long as it listens. */
    record SomethingElse() implements Verdict {}

    /** It does not answer, or answers with an error: it may be starting. */
    record NotYet() implements Verdict {}
}
