package taskglass.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An HTTP server on loopback that runs as another user of this machine, and remembers what it was asked and with what.
 * Only the superuser can have one.
 */
public final class ForeignServer implements AutoCloseable {
    private static final String PROGRAM = """
        const answer = JSON.stringify({version: '2.0.1', pid: process.pid, healthy: true});
        const server = require('http').createServer((request, response) => {
          console.log(request.url + ' ' + (request.headers.authorization || '-'));
          response.setHeader('content-type', 'application/json');
          response.end(answer);
        });
        server.listen(0, '127.0.0.1', () => console.log(server.address().port));
        """;
    private static final String END = "/end-of-the-test";

    private final Process process;
    private final BufferedReader lines;
    private final int port;

    public ForeignServer() throws IOException {
        process = new ProcessBuilder("setpriv", "--reuid=65534", "--clear-groups", "node", "-e", PROGRAM).start();
        lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        port = Integer.parseInt(lines.readLine());
    }

    public static boolean possible() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/setpriv"));
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** The path and the credentials of each request so far, "-" without any. */
    public List<String> asked() throws IOException {
        URI.create("http://127.0.0.1:" + port + END).toURL().openStream().close();
        List<String> asked = new ArrayList<>();
        for (String line = lines.readLine(); !line.startsWith(END); line = lines.readLine()) {
            asked.add(line);
        }
        return asked;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
