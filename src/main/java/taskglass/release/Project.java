package taskglass.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * What the build wrote about the project into this release. All of it comes from the pom and is defined only there.
 *
 * @param version the version of this release
 * @param page the project's web page
 * @param latest where to ask for the newest release, in the format of GitHub's API
 */
public record Project(String version, URI page, URI latest) {
    /** Returns the project that this program was built from. */
    public static Project ofThisBuild() {
        Properties properties = new Properties();
        try (InputStream in = Project.class.getResourceAsStream("project.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Project(
                properties.getProperty("version"),
                URI.create(properties.getProperty("page")),
                URI.create(properties.getProperty("latest")));
    }

    public URI documentation() {
        return URI.create(page + "#readme");
    }

    /** The names, licenses and copyrights of everything that is shipped, and the full license texts. */
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
