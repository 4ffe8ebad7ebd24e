package taskglass.opencode.session;

/** A server's version and which of OpenCode's two APIs it supports: 1.18 supports both at once, 2.x only the second. */
public record Protocol(String version, boolean v1, boolean v2) {
    /** Assumed until the server has been asked. */
    static final Protocol UNKNOWN = new Protocol("", true, false);

    /** Whether its V2 API is the early one beside V1. */
    public boolean early() {
        return v1 && v2;
    }
}
