package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of nobody’s but this test’s, and a server with a certificate of it for {@code localhost}. */
final class LabAuthority implements AutoCloseable {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final byte[] HEALTH = "{\"healthy\":true,\"version\":\"1.18.33\"}".getBytes(StandardCharsets.UTF_8);

    private final Path folder;
    private final HttpsServer server;

    LabAuthority(Path folder) throws Exception {
        this.folder = folder;
        keytool("-genkeypair", "-alias", "authority", "-keyalg", "EC", "-dname", "CN=Lab", "-ext", "bc:c");
        keytool("-exportcert", "-rfc", "-alias", "authority", "-file", pem().toString());
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-signer",
                "authority",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost");
        keytool("-delete", "-alias", "authority");
        server = HttpsServer.create(ANY_PORT, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.createContext("/global/health", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, HEALTH.length);
            exchange.getResponseBody().write(HEALTH);
            exchange.close();
        });
        server.start();
    }

    /** From now on sends whoever asks anything but its health to that address. */
    void pointTo(String url) {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", url);
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
    }

    /** The authority’s own certificate, as an administrator adds it. */
    Path pem() {
        return folder.resolve("authority.pem");
    }

    String url(String host) {
        return "https://" + host + ":" + server.getAddress().getPort();
    }

    private Path keys() {
        return folder.resolve("keys.p12");
    }

    private void keytool(String... args) throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = Stream.of(
                        Stream.of(program.toString()),
                        Stream.of(args),
                        Stream.of("-storetype", "PKCS12", "-keystore", keys().toString()),
                        Stream.of("-storepass", new String(PASSWORD)))
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private SSLContext context() throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys())) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
