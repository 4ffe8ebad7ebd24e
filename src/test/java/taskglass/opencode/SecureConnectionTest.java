package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taskglass.task.ServerId;
import taskglass.task.Trouble;

/** What keeps a secure connection from coming about, on a real loopback server. */
class SecureConnectionTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final char[] PASSWORD = "changeit".toCharArray();

    @Test
    void aCertificateOfNobodyIsNotTrusted(@TempDir Path folder) throws Exception {
        HttpsServer server = HttpsServer.create(ANY_PORT, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("keys.p12"))));
        server.start();
        try {
            assertThat(trouble("https://localhost:" + server.getAddress().getPort()))
                    .isEqualTo(new Trouble.NoAnswer("this computer does not trust its certificate"));
        } finally {
            server.stop(0);
        }
    }

    private static Trouble trouble(String url) {
        try (Connection connection = new Connection(new Endpoint(new ServerId(url), Optional.empty()))) {
            return catchThrowableOfType(
                            ServerTrouble.class, () -> connection.client().identify())
                    .trouble();
        }
    }

    private static SSLContext selfSigned(Path file) throws Exception {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> words = List.of(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "lab",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD));
        assertThat(new ProcessBuilder(words).redirectErrorStream(true).start().waitFor())
                .isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
