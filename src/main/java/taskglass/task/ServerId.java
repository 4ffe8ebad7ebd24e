package taskglass.task;

import java.util.regex.Pattern;

/** One OpenCode HTTP endpoint, identified by its base URL without a trailing slash. It is part of every task's key. */
public record ServerId(String url) {
    private static final Pattern SLASHES = Pattern.compile("/+$");
    private static final Pattern SCHEME = Pattern.compile("^https?://");
    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?(/.*)?");

    private static final Pattern LOOPBACK_NAME =
            Pattern.compile("^(?<scheme>https?://)(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])");

    public ServerId {
        url = SLASHES.matcher(url).replaceFirst("");
    }

    /** Whether traffic to it can be read in transit: HTTP without TLS, to an address of another machine. */
    public boolean readableOnTheWay() {
        return url.startsWith("http://") && !isLoopback();
    }

    /** Whether its address is one of this machine. That alone does not make it a local server. */
    public boolean isLoopback() {
        return LOOPBACK.matcher(shortName()).matches();
    }

    /** The URL, with one name for all loopback addresses. */
    public String canonicalUrl() {
        return isLoopback() ? LOOPBACK_NAME.matcher(url).replaceFirst("${scheme}127.0.0.1") : url;
    }

    /** The host and port, as the user would name the server. */
    public String shortName() {
        return SCHEME.matcher(url).replaceFirst("");
    }
}
