package taskglass.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import okhttp3.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import taskglass.lab.Around;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.Loopback;

/** A background service, which this process plays, and the password that it has written down. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "who may read a file is set as on POSIX")
class DiscoveredPasswordTest {
    private static final long HERE = ProcessHandle.current().pid();

    /** What only the engine asks, not those who look around. */
    private static final String LISTING = "/experimental/session";

    @TempDir
    private Path folder;

    private Loopback service;
    private Engine engine;

    @BeforeEach
    void open() throws IOException {
        service = new Loopback();
        service.answer("/api/info", "{\"version\":\"2.0.1\",\"pid\":%d}".formatted(HERE));
        service.answer("/global/health", "{\"healthy\":true,\"version\":\"1.18.33\"}");
        service.answer(LISTING, "[]");
        engine = FaultRig.quick(Clock.systemUTC());
    }

    @AfterEach
    void close() {
        FxThread.ask(() -> {
            engine.close();
            return true;
        });
        service.close();
    }

    @Test
    void aServiceThatTakesAnotherPasswordIsAskedWithThatFromThenOn() throws IOException {
        Path file = folder.resolve("service.json");
        write(file, "first");
        FxThread.ask(() -> {
            engine.discovery().start(Around.service(file));
            return true;
        });
        awaitListingWith("first");
        write(file, "second");
        awaitListingWith("second");
    }

    private void awaitListingWith(String password) {
        Await.until(
                "it is listed with “" + password + "”",
                () -> service.credentials(LISTING).contains(Credentials.basic("opencode", password)));
    }

    private void write(Path file, String password) throws IOException {
        Files.writeString(
                file,
                "{\"url\":\"http://127.0.0.1:%d\",\"pid\":%d,\"password\":\"%s\"}"
                        .formatted(service.port(), HERE, password));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
