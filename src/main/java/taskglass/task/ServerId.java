package taskglass.task;

import java.util.regex.Pattern;

/** One OpenCode HTTP endpoint, identified by its base URL without a trailing slash. It is part of every task's key. */
public record ServerId(String url) {
    private static final Pattern SLASHES = Pattern.compile("/+$");
    private static final Pattern SCHEME = Pattern.compile("^https?://");
    private static final Pattern HERE = Pattern.compile("(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?(/.*)?");

    public ServerId {
        url = SLASHES.matcher(url).replaceFirst("");
    }

    /** Whether it is reached without leaving this machine, so that its directories are on this machine. */
    public boolean onThisMachine() {
        return HERE.matcher(shortName()).matches();
    }

    /** Whether traffic to it can be read in transit: HTTP without TLS, to another machine. */
    public boolean readableOnTheWay() {
        return url.startsWith("http://") && !onThisMachine();
    }

    /** The host and port, as the user would name the server. */
    public String shortName() {
        return SCHEME.matcher(url).replaceFirst("");
    }
}
