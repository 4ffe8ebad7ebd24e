package taskglass.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/** The script of the demo: the tasks of the day so far, those at work now, and a new task now and then without end. */
final class DemoScenario {
    /** How long before the opening the day begins. */
    static final Duration BEFORE = Duration.ofHours(7);

    private static final String STORIES = "/taskglass/demo/stories.json";
    private static final int PAUSE_SECONDS = 35;
    private static final int PAUSE_SPREAD = 40;
    private static final int MOST_AT_WORK = 9;
    private static final int MOST_SESSIONS = 150;

    /**
     * All stories.
     *
     * @param day those with a fixed time
     * @param later those that begin one after another, again and again
     * @param launched the reactions to a prompt from the user
     */
    record Stories(List<DemoStory> day, List<DemoStory> later, List<DemoStory> launched) {}

    private final DemoSessions demoSessions;
    private final Path home;
    private final Random random;
    private final Stories stories = read();
    private final List<DemoStory> remaining = new ArrayList<>();

    DemoScenario(DemoSessions demoSessions, Path home, long seed) {
        this.demoSessions = demoSessions;
        this.home = home;
        this.random = new Random(seed);
    }

    /** Schedules everything. The stories' times count from {@code opening}. */
    void schedule(Instant opening) {
        for (DemoStory demoStory : stories.day()) {
            demoSessions.time().at(opening.plusSeconds(Math.round(demoStory.at() * 60)), () -> begin(demoStory));
        }
        demoSessions.time().at(opening.plusSeconds(PAUSE_SECONDS), this::beginNextStory);
    }

    /** Takes a prompt from the user. */
    void prompt(DemoSession demoSession, ArrayNode parts, Optional<String> agent, Optional<String> model) {
        DemoStory part =
                stories.launched().get(random.nextInt(stories.launched().size()));
        String who = agent.or(() -> text(demoSession, "agent")).orElse(part.agent());
        String with = model.or(() ->
                        Optional.of(demoSession.info().at("/model/id").asText()).filter(id -> !id.isEmpty()))
                .orElse(part.model());
        DemoStory demoStory = new DemoStory(0, part.title(), part.project(), who, with, part.prompt(), part.steps());
        new ScriptedAgent(demoSessions, demoSession, demoStory).begin(parts, () -> {});
    }

    private static Optional<String> text(DemoSession demoSession, String field) {
        return Optional.of(demoSession.info().path(field).asText()).filter(text -> !text.isEmpty());
    }

    private void begin(DemoStory demoStory) {
        String directory = home.resolve("src").resolve(demoStory.project()).toString();
        DemoSession demoSession = demoSessions.create(demoStory.title(), directory, Optional.empty());
        new ScriptedAgent(demoSessions, demoSession, demoStory).begin(ScriptedAgent.text(demoStory.prompt()), () -> {});
    }

    /** Begins a new story now and then, unless many are at work. Deletes the oldest session when there are many. */
    private void beginNextStory() {
        List<DemoSession> all = demoSessions.newestFirst();
        if (all.stream().filter(demoSession -> demoSession.status().isPresent()).count() < MOST_AT_WORK) {
            begin(draw());
        }
        if (all.size() > MOST_SESSIONS) {
            all.reversed().stream()
                    .filter(demoSession -> demoSession.parent().isEmpty())
                    .findFirst()
                    .filter(oldest -> oldest.status().isEmpty())
                    .ifPresent(demoSessions::delete);
        }
        demoSessions.time().after((double) PAUSE_SECONDS + random.nextInt(PAUSE_SPREAD), this::beginNextStory);
    }

    /** Draws each story once before any is repeated. */
    private DemoStory draw() {
        if (remaining.isEmpty()) {
            remaining.addAll(stories.later());
        }
        return remaining.remove(random.nextInt(remaining.size()));
    }

    private static Stories read() {
        try (InputStream in = DemoScenario.class.getResourceAsStream(STORIES)) {
            return new ObjectMapper().readValue(Objects.requireNonNull(in), Stories.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's stories cannot be read", e);
        }
    }
}
