package taskglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person reads where there is no desktop to open a window on. */
class DisplayTest {
    @Test
    void aDisplayThatCannotBeOpenedIsNamed() {
        Throwable failure = new RuntimeException(new UnsupportedOperationException("Unable to open DISPLAY"));
        assertThat(Display.sentence(failure, "")).contains("DISPLAY");
    }

    @Test
    void aMissingLibraryIsSaidToBeInstalled() {
        Throwable failure = new UnsatisfiedLinkError("libgtk-3.so.0: cannot open shared object file");
        assertThat(Display.sentence(failure, "")).contains("apt install").contains("libgtk-3-0");
    }

    @Test
    void onlyLinuxNeedsTheVariable() {
        assertThat(Display.missing("Mac OS X", Map.of())).isFalse();
        assertThat(Display.missing("Windows 11", Map.of())).isFalse();
    }
}
