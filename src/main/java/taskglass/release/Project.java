package taskglass.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * What the build wrote of the project into this release: all of it stands in the pom, and nowhere else.
 *
 * @param version of this release
 * @param page where the project lives on the web
 * @param latest where its newest release is told, as GitHub's API tells it
 */
public record Project(String version, URI page, URI latest) {
    /** The one that this program was built from. */
    public static Project ofThisBuild() {
        Properties words = new Properties();
        try (InputStream in = Project.class.getResourceAsStream("project.properties")) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Project(
                words.getProperty("version"),
                URI.create(words.getProperty("page")),
                URI.create(words.getProperty("latest")));
    }

    public URI documentation() {
        return URI.create(page + "#readme");
    }

    /** Names, licences and copyrights of all that is shipped, and the licences in full. */
    public String notices() {
        return text("notices.txt") + "\n\n" + text("LICENSE");
    }

    private static String text(String name) {
        try (InputStream in = Project.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
