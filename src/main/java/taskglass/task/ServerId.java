package taskglass.task;

/** One OpenCode HTTP endpoint, named by its base URL without a trailing slash; part of every task's key. */
public record ServerId(String url) {
    public ServerId {
        url = url.replaceFirst("/+$", "");
    }

    /** The host and port, as a person would name the server. */
    public String shortName() {
        return url.replaceFirst("^https?://", "");
    }
}
