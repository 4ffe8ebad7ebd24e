package taskglass.ui.detail.output;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Returns where a link in a text leads if that is a web page. An agent may write anything, and a link must not open a
 * file.
 */
final class WebLink {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private WebLink() {}

    static Optional<URI> of(String destination) {
        try {
            return Optional.of(new URI(destination)).filter(WebLink::leadsToTheWeb);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean leadsToTheWeb(URI address) {
        return address.getScheme() != null
                && address.getHost() != null
                && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT));
    }
}
