import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Adds the program's folder to the user's PATH on Windows, the one thing for which jpackage has no option. It is added
 * to a copy of the JDK's installer template, which jpackage then prefers.
 */
final class WindowsPath {
    private static final String TEMPLATE = "/modules/jdk.jpackage/jdk/jpackage/internal/resources/main.wxs";
    private static final String BEFORE = "<ComponentGroupRef Id=\"FileAssociations\"/>";
    private static final String COMPONENT = """

              <Component Id="TaskglassPath" Directory="INSTALLDIR" Guid="{3d6f2a51-7c0e-4a8e-9d55-0a9c1f2b7e64}">
                <RegistryValue Root="HKCU" Key="Software\\Taskglass" Name="Path" Type="integer" Value="1" KeyPath="yes"/>
                <Environment Id="TaskglassPath" Name="PATH" Value="[INSTALLDIR]" Part="last" Action="set"
                    System="no" Permanent="no"/>
              </Component>
        """;

    private WindowsPath() {}

    /** Writes the template with the PATH entry into a folder for jpackage's resource-dir option. */
    static void write(Path resources) throws IOException {
        FileSystem jdk = FileSystems.getFileSystem(URI.create("jrt:/"));
        String template = Files.readString(jdk.getPath(TEMPLATE));
        if (!template.contains(BEFORE)) {
            throw new IllegalStateException(
                    "This JDK's main.wxs is not the one that packaging/WindowsPath.java knows.");
        }
        Files.createDirectories(resources);
        Files.writeString(resources.resolve("main.wxs"), template.replace(BEFORE, BEFORE + COMPONENT));
    }
}
