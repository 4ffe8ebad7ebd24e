package taskglass.opencode.discovery;

import java.util.Optional;
import taskglass.opencode.Credentials;

/** What asking a candidate has shown. */
sealed interface Verdict {
    /** It is OpenCode; these credentials opened it, or none were needed, or none are known. */
    record Believed(Optional<Credentials> credentials) implements Verdict {}

    /** It is something else, and stays that as long as it listens. */
    record SomethingElse() implements Verdict {}

    /** It does not answer, or with an error: it may be on its way up. */
    record NotYet() implements Verdict {}
}
