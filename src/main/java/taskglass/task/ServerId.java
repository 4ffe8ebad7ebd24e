package taskglass.task;

import java.util.regex.Pattern;

/** One OpenCode HTTP endpoint, named by its base URL without a trailing slash; part of every task's key. */
public record ServerId(String url) {
    private static final Pattern SLASHES = Pattern.compile("/+$");
    private static final Pattern SCHEME = Pattern.compile("^https?://");
    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?(/.*)?");

    public ServerId {
        url = SLASHES.matcher(url).replaceFirst("");
    }

    /** Whether what is sent there can be read on the way: HTTP without TLS, to an address of another machine. */
    public boolean readableOnTheWay() {
        return url.startsWith("http://") && !LOOPBACK.matcher(shortName()).matches();
    }

    /** The host and port, as a person would name the server. */
    public String shortName() {
        return SCHEME.matcher(url).replaceFirst("");
    }
}
