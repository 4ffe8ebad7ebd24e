package taskglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether JavaFX is spared its look for a graphics card. */
class RenderingTest {
    private static final String ORDER = "prism.order";

    private static final String DIRECTLY = "prism.disableRegionCaching";

    private final String before = System.getProperty(ORDER);

    @TempDir
    private Path devices;

    @BeforeEach
    void nobodyChose() {
        System.clearProperty(ORDER);
        System.clearProperty(DIRECTLY);
    }

    @AfterEach
    void restore() {
        System.setProperty(ORDER, before);
        System.clearProperty(DIRECTLY);
    }

    @Test
    void withoutAGraphicsCardItDrawsBySoftwareAtOnce() {
        Rendering.choose("Linux", devices);
        assertThat(System.getProperty(ORDER)).isEqualTo("sw");
    }

    @Test
    void softwarePaintsBackgroundsAnew() {
        Rendering.choose("Linux", devices);
        assertThat(System.getProperty(DIRECTLY)).isEqualTo("true");
    }

    @Test
    void aCardKeepsPicturesOfBackgrounds() throws IOException {
        Files.createFile(devices.resolve("dri"));
        Rendering.choose("Linux", devices);
        assertThat(System.getProperty(DIRECTLY)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dri", "nvidiactl", "dxg"})
    void withAGraphicsCardJavaFxChooses(String device) throws IOException {
        Files.createFile(devices.resolve(device));
        Rendering.choose("Linux", devices);
        assertThat(System.getProperty(ORDER)).isNull();
    }

    @Test
    void whatSomebodyChoseStays() {
        System.setProperty(ORDER, "es2");
        Rendering.choose("Linux", devices);
        assertThat(System.getProperty(ORDER)).isEqualTo("es2");
    }

    @Test
    void otherSystemsAreLeftAlone() {
        Rendering.choose("Mac OS X", devices);
        assertThat(System.getProperty(ORDER)).isNull();
    }
}
