package taskglass.task;

import java.util.regex.Pattern;

/** One OpenCode HTTP endpoint, named by its base URL without a trailing slash; part of every task's key. */
public record ServerId(String url) {
    private static final Pattern SLASHES = Pattern.compile("/+$");
    private static final Pattern SCHEME = Pattern.compile("^https?://");
    private static final Pattern HERE = Pattern.compile("(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?(/.*)?");

    public ServerId {
        url = SLASHES.matcher(url).replaceFirst("");
    }

    /** Whether it is reached without leaving this machine, so that its directories are ours, too. */
    public boolean onThisMachine() {
        return HERE.matcher(shortName()).matches();
    }

    /** Whether what is sent there can be read on the way: HTTP without TLS, to another machine. */
    public boolean readableOnTheWay() {
        return url.startsWith("http://") && !onThisMachine();
    }

    /** The host and port, as a person would name the server. */
    public String shortName() {
        return SCHEME.matcher(url).replaceFirst("");
    }
}
