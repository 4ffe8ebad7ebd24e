package taskglass.opencode;

/** User and password for HTTP Basic, as OpenCode takes them from its environment. */
public record Credentials(String user, String password) {
    /** OpenCode's user when {@code OPENCODE_SERVER_USERNAME} is not set. */
    public static final String DEFAULT_USER = "opencode";

    /** Never shows the password. */
    @Override
    public String toString() {
        return user + ":…";
    }
}
