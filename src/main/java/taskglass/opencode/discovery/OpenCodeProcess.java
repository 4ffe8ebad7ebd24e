package taskglass.opencode.discovery;

/**
 * A process of this user's that runs OpenCode.
 *
 * @param directory the one it was started in, "" where nobody can tell
 * @param terminal whether a person works in it, so that it need not open a port
 */
record OpenCodeProcess(long pid, String directory, boolean terminal) {}
