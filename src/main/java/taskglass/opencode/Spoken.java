package taskglass.opencode;

/** A server's version and which of OpenCode's two APIs it supports: 1.18 supports both at once, 2.x only the second. */
record Spoken(String version, boolean v1, boolean v2) {
    /** Assumed until the server has been asked. */
    static final Spoken UNKNOWN = new Spoken("", true, false);

    /** Whether its V2 API is the early one beside V1. */
    boolean early() {
        return v1 && v2;
    }
}
