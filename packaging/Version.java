import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version from the pom.
 *
 * @param number the version for jpackage: three numbers, the first of them not 0
 * @param snapshot whether it is a snapshot before that version
 */
record Version(String number, boolean snapshot) {
    private static final Pattern OF_PROJECT =
            Pattern.compile("<artifactId>taskglass</artifactId>\\s*<version>([0-9.]+)(-SNAPSHOT)?</version>");

    static Version ofPom() throws IOException {
        Matcher pom = OF_PROJECT.matcher(Files.readString(Path.of("pom.xml")));
        if (!pom.find()) {
            throw new IllegalStateException("pom.xml has no version such as 1.2.3 or 1.2.3-SNAPSHOT.");
        }
        return new Version(pom.group(1), pom.group(2) != null);
    }

    /** The version in the format of Debian and Fedora, in which a snapshot sorts before its release. */
    String forPackages() {
        return snapshot ? number + "~snapshot" : number;
    }
}
