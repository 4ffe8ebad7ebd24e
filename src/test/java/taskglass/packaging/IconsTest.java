package taskglass.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The icons that packaging/icons.sh draws: each of the size that its name says, in each place the same. */
class IconsTest {
    private static final Path ICONS = Path.of("assets", "icons");
    private static final Path WINDOW = Path.of("src", "main", "resources", "taskglass", "icons");

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32, 48, 64, 128, 256, 512})
    void eachPictureIsAsLargeAsItsNameSays(int size) throws IOException {
        ByteBuffer png = ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve("taskglass-" + size + ".png")));
        // The header: 8 bytes of signature, 8 of the chunk's length and name, then width and height.
        assertThat(png.getInt(16)).isEqualTo(size);
        assertThat(png.getInt(20)).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 64, 128, 256})
    void theWindowHasTheSamePictures(int size) {
        assertThat(WINDOW.resolve("icon-" + size + ".png"))
                .hasSameBinaryContentAs(ICONS.resolve("taskglass-" + size + ".png"));
    }

    @Test
    void theIconOfWindowsHasTheSizesThatItAsksFor() throws IOException {
        ByteBuffer ico = ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve("taskglass.ico")))
                .order(ByteOrder.LITTLE_ENDIAN);
        Set<Integer> sizes = new TreeSet<>();
        for (int i = 0; i < ico.getShort(4); i++) {
            int width = ico.get(6 + 16 * i);
            sizes.add(width == 0 ? 256 : width);
        }
        assertThat(sizes).containsExactly(16, 24, 32, 48, 64, 256);
    }

    @Test
    void theIconOfMacHasSmallAndLargePictures() throws IOException {
        ByteBuffer icns = ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve("taskglass.icns")));
        Set<String> kinds = new HashSet<>();
        byte[] kind = new byte[4];
        for (int at = 8; at < icns.capacity(); at += icns.getInt(at + 4)) {
            icns.get(at, kind);
            kinds.add(new String(kind, StandardCharsets.US_ASCII));
        }
        // 16, 128, 256 and 512 pixels
        assertThat(kinds).contains("is32", "it32", "ic08", "ic09");
    }
}
