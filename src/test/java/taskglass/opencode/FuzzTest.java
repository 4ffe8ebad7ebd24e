package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.lab.MovableClock;
import taskglass.lab.Mutator;
import taskglass.opencode.events.EventWire;
import taskglass.opencode.events.TranscriptListener;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.WireIds;
import taskglass.opencode.session.LastPrompt;
import taskglass.opencode.v2.V2MessageOrder;
import taskglass.opencode.v2.V2Messages;
import taskglass.opencode.v2.V2Requests;
import taskglass.opencode.v2.V2SessionIndex;
import taskglass.opencode.wire.AttentionWire;
import taskglass.opencode.wire.ChangeWire;
import taskglass.opencode.wire.ChoicesWire;
import taskglass.opencode.wire.MessageWire;
import taskglass.opencode.wire.PartWire;
import taskglass.opencode.wire.SessionWire;
import taskglass.task.Activity;
import taskglass.task.request.Attention;
import taskglass.task.run.Fact;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.AgentTask;
import taskglass.task.status.Listing;
import taskglass.task.status.Listing.DirectoryActivity;
import taskglass.task.status.Listing.Reading;
import taskglass.task.status.Listing.Sessions;
import taskglass.task.store.Change;
import taskglass.task.store.TaskStore;
import taskglass.text.AttentionText;

/**
 * Everything that is read from a server, changed so that nobody who means well would send it: it may be refused, and no
 * exception comes of it, neither where it is read nor in the book, which belongs to the JavaFX thread. Half of the inputs
 * are the same each time; the seed is printed, and makes them again.
 */
@Tag("slow")
class FuzzTest {
    private static final int INPUTS = Integer.getInteger("taskglass.inputs", 80_000);
    private static final long FIXED = 20_261_130;
    private static final long SEED =
            Long.getLong("taskglass.seed", RandomGenerator.getDefault().nextLong(1_000_000_000));
    private static final long MOST_BYTES = 256L * 1024 * 1024;

    private final Map<String, String> failures = new TreeMap<>();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-30T12:00:00Z"));
    private final TaskStore store = new TaskStore(clock);
    private final WireIds ids = new WireIds();
    private final EventWire wire = new EventWire(Recording.SERVER, new V2SessionIndex(), ids);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingThatIsReadFromAServerThrows(boolean fixed) throws IOException {
        long seed = fixed ? FIXED : SEED;
        System.out.println(INPUTS / 2 + " inputs, -Dtaskglass.seed=" + seed);
        List<RecordedInput> sources = RecordedInput.all();
        SplittableRandom random = new SplittableRandom(seed);
        long before = used();
        wire.listen(Optional.of(new TranscriptListener(sources.getFirst().session(), news -> {})));
        for (int i = 0; i < INPUTS / 2; i++) {
            RecordedInput source = sources.get(random.nextInt(sources.size()));
            attempt(source, new Mutator(random.split()));
        }
        assertThat(failures).isEmpty();
        assertThat(ids.refused()).hasSizeLessThanOrEqualTo(100);
        assertThat(used() - before).isLessThan(MOST_BYTES);
    }

    private void attempt(RecordedInput source, Mutator mutator) {
        String input = mutator.mutate(source.json());
        try {
            clock.move(Duration.ofMillis(5));
            read(source, input);
        } catch (IOException refused) {
            // What is no JSON, or is refused, tells nothing.
        } catch (RuntimeException | Error bug) {
            failures.putIfAbsent(place(bug), source.kind() + " " + input.substring(0, Math.min(1500, input.length())));
        }
    }

    private static String place(Throwable bug) {
        StringWriter trace = new StringWriter();
        bug.printStackTrace(new PrintWriter(trace));
        return bug.getClass().getSimpleName()
                + trace.toString()
                        .lines()
                        .filter(line -> line.contains("taskglass"))
                        .limit(3)
                        .reduce("", String::concat);
    }

    private void read(RecordedInput source, String input) throws IOException {
        switch (source.kind()) {
            case EVENT ->
                wire.parse(input).forEach(fact -> apply(new Change.Heard(fact.key(), clock.instant(), fact.fact())));
            case ANSWER -> answered(source.path(), Http.JSON.readTree(input));
        }
    }

    /** As the client does: what is not let in is taken out first. */
    private void answered(String path, JsonNode answer) {
        if (!ids.admitsOne(path, answer)) {
            return;
        }
        ids.dropInvalid(path, answer);
        JsonNode items = answer.has("data") ? answer.path("data") : answer;
        if (path.endsWith("/message")) {
            List<Fact> facts = new ArrayList<>();
            for (JsonNode item : items) {
                JsonNode message =
                        V2Messages.asV1(item, "ses_fuzz", new V2MessageOrder()).orElse(item);
                facts.addAll(MessageWire.facts(message));
                PartWire.updates(message);
                LastPrompt.of(message);
            }
            sessions().stream()
                    .findFirst()
                    .ifPresent(session -> list(
                            List.of(),
                            Map.of(),
                            List.of(new Reading(session.key(), facts, true, true, clock.instant()))));
        } else if (path.matches(".*(permission|question|form|request)$")) {
            Map<String, List<Attention>> asks = new LinkedHashMap<>();
            for (JsonNode item : items) {
                Attention ask = AttentionWire.request(V2Requests.asV1(item));
                asks.computeIfAbsent(item.path("sessionID").asText(), id -> new ArrayList<>())
                        .add(ask);
                AttentionText.sentence(ask);
            }
            list(List.of(), asks, List.of());
        } else if (path.endsWith("/status")) {
            items.properties().forEach(entry -> SessionWire.activity(entry.getValue()));
        } else if (path.endsWith("/diff")) {
            ChangeWire.changes(items);
        } else if (path.endsWith("/todo")) {
            PartWire.todos(items);
        } else if (path.contains("session")) {
            List<SessionInfo> found = new ArrayList<>();
            (items.isArray() ? items : Http.JSON.createArrayNode().add(items))
                    .forEach(item -> found.add(SessionWire.session(Recording.SERVER, item)));
            apply(new Change.Found(Recording.SERVER, found));
            list(found, Map.of(), List.of());
        } else {
            ChoicesWire.choices(items, items, items, items);
            ChoicesWire.choicesV2(answer, answer);
        }
    }

    private List<SessionInfo> sessions() {
        return store.tasks().stream().limit(1).map(AgentTask::session).toList();
    }

    private void list(List<SessionInfo> found, Map<String, List<Attention>> asks, List<Reading> readings) {
        DirectoryActivity doings =
                new DirectoryActivity("", Map.of("ses_fuzz", Activity.busy()), Optional.of(asks), Set.of());
        apply(new Change.Listed(new Listing(
                store.nextRequest(Recording.SERVER),
                clock.instant(),
                new Sessions(found, false),
                List.of(doings),
                readings)));
    }

    /** What the window asks of a task that has changed is asked here, too. */
    private void apply(Change change) {
        store.apply(List.of(change)).entries().forEach(entry -> entry.after().ifPresent(this::query));
    }

    private void query(AgentTask task) {
        task.status();
        task.elapsed(clock.instant());
        store.why(task);
        store.provenance(task);
        task.attention().forEach(ask -> AttentionText.sentence(ask).whole());
        task.quiet(clock.instant(), Duration.ofMinutes(5));
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
