package taskglass.task.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import taskglass.task.ServerId;

/** Which servers are local, and which of them share a database. */
class LocalProcessesTest {
    private static final ServerId ONE = new ServerId("http://127.0.0.1:4096");
    private static final ServerId OTHER = new ServerId("http://127.0.0.1:4097");

    @Test
    void aLoopbackAddressAloneIsNotLocal() {
        assertThat(LocalProcesses.of(List.of()).isLocal(ONE)).isFalse();
    }

    @Test
    void aServerWhoseProcessWasFoundIsLocal() {
        assertThat(LocalProcesses.of(List.of(process(1, "data", ONE))).isLocal(ONE))
                .isTrue();
    }

    @Test
    void thePathsOfAContainerAreNotOurs() {
        LocalProcess inside = new LocalProcess(1, Instant.EPOCH, Optional.of("data"), false, Set.of(ONE));
        LocalProcesses processes = LocalProcesses.of(List.of(inside));
        assertThat(processes.isLocal(ONE)).isTrue();
        assertThat(processes.sharesFiles(ONE)).isFalse();
    }

    @Test
    void twoServersOfOneDataDirectoryShareADatabase() {
        LocalProcesses processes = both("data", "data");
        assertThat(processes.database(ONE)).isPresent().isEqualTo(processes.database(OTHER));
    }

    @Test
    void twoServersOfTwoDataDirectoriesDoNot() {
        LocalProcesses processes = both("data", "other data");
        assertThat(processes.database(ONE)).isNotEqualTo(processes.database(OTHER));
    }

    @Test
    void oneThatIsNotLocalHasNoKnownDatabase() {
        assertThat(LocalProcesses.of(List.of(process(1, "data", ONE))).database(OTHER))
                .isEmpty();
    }

    private static LocalProcesses both(String one, String other) {
        return LocalProcesses.of(List.of(process(1, one, ONE), process(2, other, OTHER)));
    }

    private static LocalProcess process(long pid, String database, ServerId server) {
        return new LocalProcess(pid, Instant.EPOCH, Optional.of(database), true, Set.of(server));
    }
}
