package taskglass.opencode.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import taskglass.task.ServerId;
import taskglass.task.ServerOrigin;

/** Neighbours that do not answer take turns in keeping a look waiting. */
class MdnsTurnsTest {
    private final List<Candidate> candidates = IntStream.range(0, MdnsBrowser.MOST)
            .mapToObj(MdnsTurnsTest::neighbour)
            .toList();
    private long nanos = -5;
    private final MdnsTurns turns = new MdnsTurns(() -> nanos);

    @Test
    void oneLookAsksOnlySoManySilentOnes() {
        assertThat(scan()).hasSize(5);
    }

    @Test
    void eachHasItsTurn() {
        Set<Candidate> asked = new HashSet<>();
        for (int look = 0; look < 7; look++) {
            asked.addAll(scan());
        }
        assertThat(asked).hasSize(MdnsBrowser.MOST);
    }

    @Test
    void whoIsNoNeighbourIsAskedAlways() {
        scan();
        assertThat(turns.has(neighbour(99))).isTrue();
    }

    /** Each that is asked takes a second. */
    private List<Candidate> scan() {
        List<Candidate> asked = new ArrayList<>();
        for (Candidate candidate : turns.ordered(candidates)) {
            if (turns.has(candidate)) {
                asked.add(candidate);
                nanos += 1_000_000_000;
            }
        }
        return asked;
    }

    private static Candidate neighbour(int number) {
        ServerId server = new ServerId("http://192.168.0." + number + ":4096");
        return new Candidate.OfPort(server, new ServerOrigin.Announced("opencode-4096"), "", Optional.empty());
    }
}
