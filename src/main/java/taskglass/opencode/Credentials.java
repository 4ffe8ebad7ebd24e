package taskglass.opencode;

import java.nio.charset.StandardCharsets;

/** User and password for HTTP Basic, as OpenCode takes them from its environment. */
public record Credentials(String user, String password) {
    /** OpenCode's user when {@code OPENCODE_SERVER_USERNAME} is not set. */
    public static final String DEFAULT_USER = "opencode";

    /** The header of HTTP Basic, in UTF-8 as RFC 7617 has it and OpenCode reads it. */
    public String basic() {
        return okhttp3.Credentials.basic(user, password, StandardCharsets.UTF_8);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return user + ":…";
    }
}
