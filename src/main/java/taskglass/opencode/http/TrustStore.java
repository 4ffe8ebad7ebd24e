package taskglass.opencode.http;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts the certificate authorities of Java and of this system: a packaged Java does not know those that were added to
 * this computer. Read when the first secure connection is made. Thread-safe.
 */
public final class TrustStore implements X509TrustManager {
    /** Where Debian, Fedora, openSUSE and the BSDs keep all certificates in one file. */
    private static final List<Path> BUNDLES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    private final List<String> stores;
    private final List<Path> bundles;
    private Optional<X509TrustManager> read = Optional.empty();

    /** @param stores the names by which Java knows those of the system */
    private TrustStore(List<String> stores, List<Path> bundles) {
        this.stores = stores;
        this.bundles = bundles;
    }

    public static TrustStore ofThisMachine() {
        String system = System.getProperty("os.name");
        if (system.startsWith("Windows")) {
            return new TrustStore(List.of("Windows-ROOT"), List.of());
        }
        return system.startsWith("Mac")
                ? new TrustStore(List.of("KeychainStore-ROOT", "KeychainStore"), List.of())
                : ofBundles(BUNDLES);
    }

    /** Trusts Java's certificates and those in PEM files. Missing files are ignored. */
    public static TrustStore ofBundles(List<Path> bundles) {
        return new TrustStore(List.of(), bundles);
    }

    /** Creates the sockets for connections that trust these. */
    public SSLSocketFactory sockets() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot speak TLS", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        all().checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("there are no clients here");
    }

    /** Sent to servers that ask clients for certificates, which is never done here. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    private synchronized X509TrustManager all() throws CertificateException {
        if (read.isEmpty()) {
            try {
                read = Optional.of(manager(merged()));
            } catch (GeneralSecurityException | IOException e) {
                throw new CertificateException("nobody can be trusted", e);
            }
        }
        return read.get();
    }

    private KeyStore merged() throws GeneralSecurityException, IOException {
        List<X509Certificate> trusted = new ArrayList<>(List.of(manager(null).getAcceptedIssuers()));
        stores.forEach(name -> trusted.addAll(ofSystem(name)));
        bundles.forEach(file -> trusted.addAll(PemFile.certificates(file)));
        KeyStore all = KeyStore.getInstance("PKCS12");
        all.load(null, null);
        for (X509Certificate certificate : trusted) {
            all.setCertificateEntry(String.valueOf(all.size()), certificate);
        }
        return all;
    }

    /** Empty if the system has no such store or does not permit reading it. */
    private static List<X509Certificate> ofSystem(String name) {
        List<X509Certificate> found = new ArrayList<>();
        try {
            KeyStore store = KeyStore.getInstance(name);
            store.load(null, null);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias) && store.getCertificate(alias) instanceof X509Certificate known) {
                    found.add(known);
                }
            }
        } catch (GeneralSecurityException | IOException e) {
            // Java's own certificates have to be enough.
        }
        return found;
    }

    /** Null means Java's own store. */
    private static X509TrustManager manager(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }
}
