package taskglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.FullServerSocket;

/** What a second start meets. */
class SingleInstanceTest {
    @TempDir
    Path folder;

    @Test
    void aSecondStartReachesTheFirst() throws IOException {
        try (SingleInstance first = SingleInstance.acquire(folder).orElseThrow()) {
            CompletableFuture<String> received = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> first.listen(task -> received.complete("knock")));
            assertThat(SingleInstance.acquire(folder)).isEmpty();
            assertThat(SingleInstance.activateOther(folder, Optional.empty())).isTrue();
            assertThat(received).isCompletedWithValue("knock");
        }
    }

    @Test
    void theTaskThatASecondStartWantsOpenedReachesTheFirst() throws IOException {
        try (SingleInstance first = SingleInstance.acquire(folder).orElseThrow()) {
            CompletableFuture<Optional<TaskId>> wanted = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> first.listen(wanted::complete));
            TaskId task = new TaskId("ses_0123abcd");
            assertThat(SingleInstance.activateOther(folder, Optional.of(task))).isTrue();
            assertThat(wanted).isCompletedWithValue(Optional.of(task));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "open \n", "open ../../etc/passwd\n", "open ses_1234; rm -rf ~\n", "open ses_12", "x"})
    void whateverElseIsWrittenThereOnlyBringsTheWindowToTheFront(String written) throws IOException {
        try (SingleInstance first = SingleInstance.acquire(folder).orElseThrow()) {
            CompletableFuture<Optional<TaskId>> wanted = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> first.listen(wanted::complete));
            try (SocketChannel visitor =
                    SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve("window.sock")))) {
                visitor.write(ByteBuffer.wrap(written.getBytes(StandardCharsets.UTF_8)));
                assertThat(visitor.read(ByteBuffer.allocate(1))).isEqualTo(1);
            }
            assertThat(wanted).isCompletedWithValue(Optional.empty());
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
        CompletableFuture<String> received = new CompletableFuture<>();
        try (SingleInstance heir = SingleInstance.behind(folder)) {
            Thread.ofVirtual().start(() -> heir.listen(task -> received.complete("knock")));
            assertThat(SingleInstance.activateOther(folder, Optional.empty())).isTrue();
            assertThat(received).isCompletedWithValue("knock");
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
