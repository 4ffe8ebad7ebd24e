package taskglass.task;

/** One OpenCode HTTP endpoint, named by its base URL without a trailing slash; part of every task's key. */
public record ServerId(String url) {
    public ServerId {
        url = url.replaceFirst("/+$", "");
    }

    /** Whether it is reached without leaving this machine, so that its directories are ours, too. */
    public boolean onThisMachine() {
        return shortName().matches("(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?(/.*)?");
    }

    /** Whether what is sent there can be read on the way: HTTP without TLS, to another machine. */
    public boolean readableOnTheWay() {
        return url.startsWith("http://") && !onThisMachine();
    }

    /** The host and port, as a person would name the server. */
    public String shortName() {
        return url.replaceFirst("^https?://", "");
    }
}
