package taskglass.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import taskglass.lab.SecretService;
import taskglass.task.ServerId;

/** Passwords in a real gnome-keyring on a session bus of its own, asked by a new process each time. */
@Tag("slow")
class KeychainTest {
    private static final ServerId SERVER = new ServerId("http://build-host:4096");

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WithASecretService {
        private Path folder;
        private SecretService service;

        @BeforeAll
        void open(@TempDir Path empty) throws IOException {
            SecretService.need();
            folder = empty;
            service = new SecretService(folder);
            service.startKeyring();
        }

        @AfterAll
        void close() {
            if (service != null) {
                service.close();
            }
        }

        @Test
        void itAnswers() throws IOException {
            assertThat(asked("answers")).isEqualTo("true");
        }

        @Test
        void aPasswordIsKnownToTheNextProcess() throws IOException {
            assertThat(asked("keep", "anna", "first")).isEqualTo("true");
            assertThat(asked("read", "anna")).isEqualTo("Optional[first]");
        }

        @Test
        void aPasswordThatIsKeptAgainIsReplaced() throws IOException {
            asked("keep", "bert", "first");
            assertThat(asked("keep", "bert", "second")).isEqualTo("true");
            assertThat(asked("read", "bert")).isEqualTo("Optional[second]");
        }

        @Test
        void aPasswordThatIsForgottenIsGoneAndNoOtherWithIt() throws IOException {
            asked("keep", "carl", "his");
            asked("keep", "dora", "hers");
            assertThat(asked("forget", "carl")).isEqualTo("true");
            assertThat(asked("read", "carl")).isEqualTo("Optional.empty");
            assertThat(asked("read", "dora")).isEqualTo("Optional[hers]");
        }

        @Test
        void aPasswordThatNobodyKeptIsNotThere() throws IOException {
            assertThat(asked("read", "nobody")).isEqualTo("Optional.empty");
            assertThat(asked("forget", "nobody")).isEqualTo("false");
        }

        @Test
        void noPasswordStandsInAFileInPlainText() throws IOException {
            asked("keep", "emil", "canary-Xk3mQ9");
            try (Stream<Path> files = Files.walk(folder)) {
                assertThat(files.filter(Files::isRegularFile))
                        .isNotEmpty()
                        .noneSatisfy(file -> assertThat(file)
                                .content(StandardCharsets.ISO_8859_1)
                                .contains("canary-Xk3mQ9"));
            }
        }

        private String asked(String... args) throws IOException {
            return AsksKeychain.in(service.environment(), args);
        }
    }

    @Test
    void aBusWithoutASecretServiceHasNoKeychain(@TempDir Path folder) throws IOException {
        SecretService.need();
        try (SecretService bus = new SecretService(folder)) {
            assertThat(AsksKeychain.in(bus.environment(), "answers")).isEqualTo("false");
            assertThat(AsksKeychain.in(bus.environment(), "keep", "anna", "first"))
                    .isEqualTo("false");
        }
    }

    @Test
    void whereNoBusIsThereIsNoKeychain(@TempDir Path folder) throws IOException {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"), "only Linux asks a bus");
        Map<String, String> none = Map.of("XDG_RUNTIME_DIR", folder.toString());
        assertThat(AsksKeychain.in(none, "answers")).isEqualTo("false");
        assertThat(AsksKeychain.in(none, "read", "anna")).isEqualTo("Optional.empty");
    }

    @Test
    void aKeychainThatDoesNotAnswerIsAsGoodAsNone() {
        Keychain silent = new Keychain(work -> {}, KeychainTest::none, Duration.ofMillis(1));
        assertThat(silent.answers().toCompletableFuture().join()).isFalse();
        assertThat(silent.password(SERVER, "anna").toCompletableFuture().join()).isEmpty();
    }

    private static Keyring none() throws BackendNotSupportedException {
        throw new BackendNotSupportedException("none here");
    }
}
