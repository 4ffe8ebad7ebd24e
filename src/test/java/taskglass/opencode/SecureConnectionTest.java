package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.http.ServerTrouble;
import taskglass.opencode.http.TrustStore;
import taskglass.task.ServerId;
import taskglass.task.Trouble;

/** Whom a secure connection trusts and what keeps it from coming about, on a real loopback server. */
class SecureConnectionTest {
    private static final Trouble NOT_TRUSTED = new Trouble.NoAnswer("this computer does not trust its certificate");

    @TempDir
    private static Path folder;

    private static LabAuthority authority;

    @BeforeAll
    static void open() throws Exception {
        authority = new LabAuthority(folder);
    }

    @AfterAll
    static void close() {
        authority.close();
    }

    @Test
    void anAuthorityThatThisComputerWasNotTaughtIsNotTrusted() {
        Endpoint endpoint = new Endpoint(new ServerId(authority.url("localhost")), Optional.empty());
        assertThat(trouble(new Connection(endpoint))).isEqualTo(NOT_TRUSTED);
    }

    @Test
    void anAuthorityOfTheSystemsBundleIsTrusted() throws IOException {
        assertThat(identified(authority.pem())).isEqualTo("1.18.33");
    }

    @Test
    void namesAndBrokenCertificatesInABundleTakeNothingAlong() throws IOException {
        Path bundle = Files.writeString(
                folder.resolve("bundle.pem"),
                "# FNMT - RCM\n-----BEGIN CERTIFICATE-----\nbm90aGluZw==\n-----END CERTIFICATE-----\n# Lab\n"
                        + Files.readString(authority.pem()));
        assertThat(identified(bundle)).isEqualTo("1.18.33");
    }

    @Test
    void aBundleThatIsNotThereVouchesForNobody() {
        assertThat(trouble(connection("localhost", folder.resolve("none.pem")))).isEqualTo(NOT_TRUSTED);
    }

    @Test
    void aCertificateForAnotherHostIsSaidToBeOne() {
        assertThat(trouble(connection("127.0.0.1", authority.pem())))
                .isEqualTo(new Trouble.NoAnswer("its certificate is for another host"));
    }

    @Test
    void aServerThatPointsToPlainHttpIsNotFollowed() throws IOException {
        try (MockWebServer plain = new MockWebServer();
                Connection connection = connection("localhost", authority.pem())) {
            plain.start();
            authority.pointTo(plain.url("/elsewhere").toString());
            ServerTrouble trouble = catchThrowableOfType(
                    ServerTrouble.class, () -> connection.client().activities(""));
            assertThat(trouble.trouble()).isInstanceOf(Trouble.NotOpenCode.class);
            assertThat(plain.getRequestCount()).isZero();
        }
    }

    private static String identified(Path bundle) throws IOException {
        try (Connection connection = connection("localhost", bundle)) {
            return connection.client().identify();
        }
    }

    private static Connection connection(String host, Path bundle) {
        return new Connection(
                new Endpoint(new ServerId(authority.url(host)), Optional.empty()),
                TrustStore.ofBundles(List.of(bundle)));
    }

    private static Trouble trouble(Connection to) {
        try (Connection connection = to) {
            return catchThrowableOfType(
                            ServerTrouble.class, () -> connection.client().identify())
                    .trouble();
        }
    }
}
