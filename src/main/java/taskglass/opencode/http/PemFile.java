package taskglass.opencode.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of certificates one after the other, possibly with names between them, as administrators keep them. */
final class PemFile {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN CERTIFICATE-----([^-]*)-----END", Pattern.DOTALL);

    private PemFile() {}

    /** Returns the readable certificates; empty if there is no such file. */
    static List<X509Certificate> certificates(Path file) {
        List<X509Certificate> found = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            Matcher blocks = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            while (blocks.find()) {
                add(factory, blocks.group(1), found);
            }
        } catch (IOException | CertificateException e) {
            // A file that cannot be read adds no trust.
        }
        return found;
    }

    /** A broken certificate does not affect the others. */
    private static void add(CertificateFactory factory, String block, List<X509Certificate> found) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(block);
            if (factory.generateCertificate(new ByteArrayInputStream(bytes)) instanceof X509Certificate certificate) {
                found.add(certificate);
            }
        } catch (CertificateException | IllegalArgumentException e) {
            // broken: skipped
        }
    }
}
