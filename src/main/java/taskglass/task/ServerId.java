package taskglass.task;

import java.util.regex.Pattern;

/** One OpenCode HTTP endpoint, identified by its base URL without a trailing slash. It is part of every task's key. */
public record ServerId(String url) {
    private static final Pattern SLASHES = Pattern.compile("/+$");
    private static final Pattern SCHEME = Pattern.compile("^https?://");
    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?(/.*)?");

    public ServerId {
        url = SLASHES.matcher(url).replaceFirst("");
    }

    /** Whether traffic to it can be read in transit: HTTP without TLS, to an address of another machine. */
    public boolean readableOnTheWay() {
        return url.startsWith("http://") && !LOOPBACK.matcher(shortName()).matches();
    }

    /** The host and port, as the user would name the server. */
    public String shortName() {
        return SCHEME.matcher(url).replaceFirst("");
    }
}
