package taskglass.opencode.http;

import java.nio.charset.StandardCharsets;

/** User and password for HTTP Basic, as OpenCode reads them from its environment. */
public record Credentials(String user, String password) {
    /** OpenCode's user when {@code OPENCODE_SERVER_USERNAME} is not set. */
    public static final String DEFAULT_USER = "opencode";

    /** Returns the HTTP Basic header. The encoding is UTF-8, which RFC 7617 defines and OpenCode reads. */
    public String basic() {
        return okhttp3.Credentials.basic(user, password, StandardCharsets.UTF_8);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return user + ":…";
    }
}
