package taskglass.opencode.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import taskglass.lab.Around;
import taskglass.lab.Loopback;

/** A background service of OpenCode 2, which this process plays: its file, and what answers, for tests to build on. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "who may read a file is set as on POSIX")
abstract class PlayedService {
    static final long HERE = ProcessHandle.current().pid();
    static final String SECRET = "canary-7731";

    @TempDir
    Path folder;

    Loopback service;

    @BeforeEach
    void start() throws IOException {
        service = new Loopback();
        service.answer("/api/info", info(HERE));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    Path written(long pid) throws IOException {
        Path file = folder.resolve("service.json");
        write(file, "http://127.0.0.1:" + service.port(), pid);
        return file;
    }

    static void write(Path file, String url, long pid) throws IOException {
        Files.writeString(
                file,
                "{\"version\":\"2.0.1\",\"url\":\"%s\",\"pid\":%d,\"password\":\"%s\"}".formatted(url, pid, SECRET));
        open(file, "rw-------");
    }

    static void open(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    static String info(long pid) {
        return "{\"version\":\"2.0.1\",\"pid\":%d}".formatted(pid);
    }

    static Optional<FoundServer> found(Path file) {
        List<FoundServer> all =
                new ServerSearch(Around.service(file)).runOnce(news -> {}).servers();
        return all.stream().findFirst();
    }
}
