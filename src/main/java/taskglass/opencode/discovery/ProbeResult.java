package taskglass.opencode.discovery;

import java.util.Optional;
import taskglass.opencode.http.Credentials;

/** The result of asking a candidate. */
sealed interface ProbeResult {
    /** It is OpenCode. These credentials opened it, or none were needed, or none are known. */
    record Believed(Optional<Credentials> credentials) implements ProbeResult {}

    /** It is something else, and remains so as long as it listens. */
    record SomethingElse() implements ProbeResult {}

    /** It does not answer, or answers with an error: it may be starting. */
    record NotYet() implements ProbeResult {}
}
