package taskglass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a second start meets. */
class DoorTest {
    @TempDir
    Path folder;

    @Test
    void aSecondStartIsHeardByTheFirst() throws IOException {
        try (Door first = Door.take(folder).orElseThrow()) {
            CompletableFuture<String> heard = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> first.listen(() -> heard.complete("knock")));
            assertThat(Door.take(folder)).isEmpty();
            assertThat(Door.knock(folder)).isTrue();
            assertThat(heard).isCompletedWithValue("knock");
        }
    }

    @Test
    @Timeout(30)
    void aWindowThatDoesNotAnswerIsNotWaitedForForEver() throws IOException {
        try (Door silent = Door.take(folder).orElseThrow()) {
            assertThat(silent).isNotNull();
            assertThat(Door.knock(folder)).isFalse();
        }
    }

    @Test
    void whatAKilledWindowLeftIsTakenOver() throws IOException {
        Path left = folder.resolve("window.sock");
        try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(left));
        }
        assertThat(Files.exists(left)).isTrue();
        try (Door next = Door.take(folder).orElseThrow()) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void aDoorThatWasClosedCanBeTakenAgain() throws IOException {
        Door.take(folder).orElseThrow().close();
        try (Door next = Door.take(folder).orElseThrow()) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void whoWaitsBehindADoorHasItOnceItIsFree() throws IOException {
        CompletableFuture<String> heard = new CompletableFuture<>();
        try (Door heir = Door.behind(folder)) {
            Thread.ofVirtual().start(() -> heir.listen(() -> heard.complete("knock")));
            assertThat(Door.knock(folder)).isTrue();
            assertThat(heard).isCompletedWithValue("knock");
        }
    }

    @Test
    void whereNoDescriptorIsLeftForAVisitorItWaitsLongerEachTime() throws IOException {
        List<Duration> pauses = new ArrayList<>();
        try (FullServerSocket full = new FullServerSocket()) {
            Door.answer(full, () -> {}, pause -> {
                pauses.add(pause);
                full.closeAfter(pauses.size() == 10);
            });
            assertThat(full.tries()).isEqualTo(pauses.size());
        }
        assertThat(pauses).isSorted().hasSize(10);
        assertThat(pauses.getLast()).isGreaterThan(Duration.ofSeconds(4));
    }
}
