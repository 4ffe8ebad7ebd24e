package taskglass.desktop;

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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import taskglass.FullServerSocket;

/** What a second start meets. */
class SingleInstanceTest {
    @TempDir
    Path folder;

    @Test
    void aSecondStartIsHeardByTheFirst() throws IOException {
        try (SingleInstance first = SingleInstance.acquire(folder).orElseThrow()) {
            CompletableFuture<String> heard = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> first.listen(task -> heard.complete("knock")));
            assertThat(SingleInstance.acquire(folder)).isEmpty();
            assertThat(SingleInstance.activateOther(folder, Optional.empty())).isTrue();
            assertThat(heard).isCompletedWithValue("knock");
        }
    }

    @Test
    @Timeout(30)
    void aWindowThatDoesNotAnswerIsNotWaitedForForEver() throws IOException {
        try (SingleInstance silent = SingleInstance.acquire(folder).orElseThrow()) {
            assertThat(silent).isNotNull();
            assertThat(SingleInstance.activateOther(folder, Optional.empty())).isFalse();
        }
    }

    @Test
    void whatAKilledWindowLeftIsTakenOver() throws IOException {
        Path left = folder.resolve("window.sock");
        try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(left));
        }
        assertThat(Files.exists(left)).isTrue();
        try (SingleInstance next = SingleInstance.acquire(folder).orElseThrow()) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void aDoorThatWasClosedCanBeTakenAgain() throws IOException {
        SingleInstance.acquire(folder).orElseThrow().close();
        try (SingleInstance next = SingleInstance.acquire(folder).orElseThrow()) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void whoWaitsBehindADoorHasItOnceItIsFree() throws IOException {
        CompletableFuture<String> heard = new CompletableFuture<>();
        try (SingleInstance heir = SingleInstance.behind(folder)) {
            Thread.ofVirtual().start(() -> heir.listen(task -> heard.complete("knock")));
            assertThat(SingleInstance.activateOther(folder, Optional.empty())).isTrue();
            assertThat(heard).isCompletedWithValue("knock");
        }
    }

    @Test
    void whereNoDescriptorIsLeftForAVisitorItWaitsLongerEachTime() throws IOException {
        List<Duration> pauses = new ArrayList<>();
        try (FullServerSocket full = new FullServerSocket()) {
            SingleInstance.answer(full, task -> {}, pause -> {
                pauses.add(pause);
                full.closeAfter(pauses.size() == 10);
            });
            assertThat(full.tries()).isEqualTo(pauses.size());
        }
        assertThat(pauses).isSorted().hasSize(10);
        assertThat(pauses.getLast()).isGreaterThan(Duration.ofSeconds(4));
    }
}
