package taskglass.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a server's popup says of items that were left out for their ids. */
class RefusedIdsTest {
    @Test
    void nothingIsSaidWhereNothingWasLeftOut() {
        assertThat(ServerText.refused(List.of())).isEmpty();
    }

    @Test
    void oneItemIsNamed() {
        assertThat(ServerText.refused(List.of("../x")))
                .isEqualTo("1 item was left out because OpenCode creates no such id: “../x”.");
    }

    @Test
    void severalAreOneWarning() {
        assertThat(ServerText.refused(List.of("../x", "a b")))
                .startsWith("2 items were left out")
                .contains("“../x”");
    }
}
