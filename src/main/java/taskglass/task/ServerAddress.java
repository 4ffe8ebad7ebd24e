package taskglass.task;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server address as the user typed it, read as a browser would: without a scheme it is http, and case and surrounding
 * spaces do not matter. A path is the prefix of all requests. Exactly one of the two values is present.
 */
public record ServerAddress(Optional<ServerId> server, Optional<Fault> fault) {
    /** Why the text is not a server address. */
    public enum Fault {
        EMPTY,
        /** It contains a user or a password, which would be stored and shown wherever the address is. */
        PASSWORD,
        /** It names a file, a socket, or something else that is not reached by HTTP. */
        NOT_HTTP,
        /** It contains a question mark or a number sign. */
        QUERY,
        NO_HOST,
        /** It has an IPv6 address without brackets. */
        NO_BRACKETS,
        BAD_HOST,
        BAD_PORT,
        BAD_PATH
    }

    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):/{1,2}(?<rest>.*)$");
    private static final Pattern AUTHORITY = Pattern.compile("^(?<host>\\[[^\\]]*\\]|[^:]*)(:(?<port>.*))?$");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_.])?");
    private static final int MOST = 65_535;

    public static ServerAddress read(String typed) {
        String text = typed.strip();
        Matcher scheme = SCHEME.matcher(text);
        boolean named = scheme.matches();
        String protocol = named ? scheme.group(1).toLowerCase(Locale.ROOT) : "http";
        return fault(text, named, protocol)
                .map(ServerAddress::wrong)
                .orElseGet(() -> read(protocol, named ? scheme.group("rest") : text));
    }

    /** Whether the typed text is meant as an address and not as a name: it has a scheme, a port, or a host's dots. */
    public static boolean looksLikeOne(String typed) {
        String text = typed.strip();
        return text.matches("(?i)localhost(/.*)?") || text.matches(".*[:.@/\\[].*");
    }

    private static Optional<Fault> fault(String text, boolean named, String protocol) {
        if (text.isEmpty()) {
            return Optional.of(Fault.EMPTY);
        }
        // Anywhere in the text: a password may contain characters that would otherwise end the host.
        if (text.contains("@")) {
            return Optional.of(Fault.PASSWORD);
        }
        boolean file = text.startsWith("/") || text.startsWith("~") || text.startsWith(".");
        boolean other = named && !protocol.equals("http") && !protocol.equals("https");
        if (file || other || text.matches("(?i)(unix|file|mailto):.*")) {
            return Optional.of(Fault.NOT_HTTP);
        }
        return text.contains("?") || text.contains("#") ? Optional.of(Fault.QUERY) : Optional.empty();
    }

    private static ServerAddress read(String protocol, String rest) {
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "" : rest.substring(slash);
        Matcher parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) {
            return wrong(Fault.BAD_HOST);
        }
        String host = parts.group("host");
        String port = Optional.ofNullable(parts.group("port")).orElse("");
        if (port.contains(":")) {
            return wrong(Fault.NO_BRACKETS);
        }
        if (host.isEmpty() || host.matches("\\d+")) {
            return wrong(Fault.NO_HOST);
        }
        return faultOfPort(authority, port)
                .map(ServerAddress::wrong)
                .orElseGet(() -> whole(protocol, ascii(host), port, path));
    }

    private static Optional<Fault> faultOfPort(String authority, String port) {
        boolean number = port.matches("\\d{1,5}") && Integer.parseInt(port) > 0 && Integer.parseInt(port) <= MOST;
        boolean missing = port.isEmpty() && !authority.endsWith(":");
        return number || missing ? Optional.empty() : Optional.of(Fault.BAD_PORT);
    }

    private static ServerAddress whole(String protocol, String host, String port, String path) {
        boolean usual = port.equals(protocol.equals("http") ? "80" : "443");
        String number = port.isEmpty() || usual ? "" : ":" + Integer.parseInt(port);
        String root = protocol + "://" + host + number;
        if (!isHost(host, root)) {
            return wrong(Fault.BAD_HOST);
        }
        try {
            String whole = URI.create(root + path).normalize().toASCIIString();
            return whole.contains("/..")
                    ? wrong(Fault.BAD_PATH)
                    : new ServerAddress(Optional.of(new ServerId(whole)), Optional.empty());
        } catch (IllegalArgumentException e) {
            return wrong(Fault.BAD_PATH);
        }
    }

    /**
     * Checks the host. The library checks an address in brackets, but would refuse a name with an underscore, which
     * some networks have.
     */
    private static boolean isHost(String host, String root) {
        try {
            return host.startsWith("[")
                    ? URI.create(root).getHost() != null
                    : NAME.matcher(host).matches()
                            && (!host.matches("[\\d.]+") || URI.create(root).getHost() != null);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Converts a name in another script to ASCII. If that fails, the text is not a host name. */
    private static String ascii(String host) {
        try {
            return host.startsWith("[")
                    ? host.toLowerCase(Locale.ROOT)
                    : IDN.toASCII(host).toLowerCase(Locale.ROOT);
        } catch (RuntimeException e) { // of a text that is too long it throws more than it declares
            return "";
        }
    }

    private static ServerAddress wrong(Fault fault) {
        return new ServerAddress(Optional.empty(), Optional.of(fault));
    }
}
