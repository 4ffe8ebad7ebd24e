package taskglass.task;

/** OpenCode in a terminal, which opens no port: nobody can ask it. The directory is the one it was started in, or "". */
public record PortlessOpenCode(long pid, String directory) {}
