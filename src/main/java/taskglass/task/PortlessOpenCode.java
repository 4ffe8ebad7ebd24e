package taskglass.task;

/**
 * OpenCode in a terminal without a port, so it cannot be queried. The directory is the one it was started in, or "".
 */
public record PortlessOpenCode(long pid, String directory) {}
