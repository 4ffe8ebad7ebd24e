package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The 39 traps that a real OpenCode server lays for its clients, each claimed by tests that begin with {@code trapNN}:
 * <ul>
 *   <li>{@link StatusTrapsTest}: 1 to 6, 25, 27: what idle, errors and retries mean
 *   <li>{@link EndingTrapsTest}: 16 to 20, 22, 24: runs that end in other ways, and in other processes
 *   <li>{@link StreamTrapsTest}: 7, 8, 10, 11, 26, 28: what events tell
 *   <li>{@link RequestTrapsTest}: 9, 12 to 15, 21, 29: what requests answer, and what is said of it
 *   <li>{@link RunTrapsTest} and {@link PromptKindsTest}: 30, 31, 35, 39: what starts a run
 *   <li>{@code taskglass.engine}, on real servers: 32, 33, 36, 38; {@code taskglass.shell.GoneDirectoryTest}: 34
 *   <li>{@link OpenCodeClientTest}: 37
 *   <li>{@link OldServerTest}: 23: servers older than their health path
 *   <li>{@link PagingRealServerTest} and {@code taskglass.engine.ServerTrapsTest}: 12, and 6, 9, 17, 19, 28 once more, beside real servers of each version
 * </ul>
 */
class TrapsTest {
    private static final int TRAPS = 39;
    private static final List<String> CLAIMS = List.of(
            "opencode.StatusTrapsTest",
            "opencode.EndingTrapsTest",
            "opencode.StreamTrapsTest",
            "opencode.RequestTrapsTest",
            "opencode.RunTrapsTest",
            "opencode.PromptKindsTest",
            "opencode.OpenCodeClientTest",
            "opencode.OldServerTest",
            "engine.StructuredOutputTest",
            "engine.UnreadableListTest",
            "engine.BackgroundSubagentRealServerTest",
            "engine.UndecodablePictureTest",
            "shell.GoneDirectoryTest");

    @Test
    void eachTrapHasATestThatNamesIt() throws ClassNotFoundException {
        List<Class<?>> types = new ArrayList<>();
        for (String name : CLAIMS) {
            types.add(Class.forName("taskglass." + name));
        }
        Map<String, String> claims = types.stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .map(Method::getName)
                .filter(name -> name.matches("trap\\d\\d[A-Z].*"))
                .collect(Collectors.toMap(
                        name -> name.substring(4, 6), name -> name, (a, b) -> a + ", " + b, TreeMap::new));
        claims.forEach((number, names) -> System.out.println("Trap " + number + ": " + names));
        assertThat(claims.keySet())
                .isEqualTo(IntStream.rangeClosed(1, TRAPS)
                        .mapToObj("%02d"::formatted)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
