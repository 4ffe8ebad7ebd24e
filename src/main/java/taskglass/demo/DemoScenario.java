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

    private final DemoSessions world;
    private final Path home;
    private final Random random;
    private final Stories stories = read();
    private final List<DemoStory> hat = new ArrayList<>();

    DemoScenario(DemoSessions world, Path home, long seed) {
        this.world = world;
        this.home = home;
        this.random = new Random(seed);
    }

    /** Schedules everything. The stories' times count from {@code opening}. */
    void enter(Instant opening) {
        for (DemoStory story : stories.day()) {
            world.time().at(opening.plusSeconds(Math.round(story.at() * 60)), () -> begin(story));
        }
        world.time().at(opening.plusSeconds(PAUSE_SECONDS), this::now);
    }

    /** Takes a prompt from the user. */
    void prompt(DemoSession session, ArrayNode parts, Optional<String> agent, Optional<String> model) {
        DemoStory part =
                stories.launched().get(random.nextInt(stories.launched().size()));
        String who = agent.or(() -> text(session, "agent")).orElse(part.agent());
        String with = model.or(() ->
                        Optional.of(session.info().at("/model/id").asText()).filter(id -> !id.isEmpty()))
                .orElse(part.model());
        DemoStory story = new DemoStory(0, part.title(), part.project(), who, with, part.prompt(), part.steps());
        new ScriptedAgent(world, session, story).begin(parts, () -> {});
    }

    private static Optional<String> text(DemoSession session, String field) {
        return Optional.of(session.info().path(field).asText()).filter(text -> !text.isEmpty());
    }

    private void begin(DemoStory story) {
        String directory = home.resolve("src").resolve(story.project()).toString();
        DemoSession session = world.create(story.title(), directory, Optional.empty());
        new ScriptedAgent(world, session, story).begin(ScriptedAgent.text(story.prompt()), () -> {});
    }

    /** Begins a new story now and then, unless many are at work. Deletes the oldest session when there are many. */
    private void now() {
        List<DemoSession> all = world.newestFirst();
        if (all.stream().filter(session -> session.status().isPresent()).count() < MOST_AT_WORK) {
            begin(draw());
        }
        if (all.size() > MOST_SESSIONS) {
            all.reversed().stream()
                    .filter(session -> session.parent().isEmpty())
                    .findFirst()
                    .filter(oldest -> oldest.status().isEmpty())
                    .ifPresent(world::delete);
        }
        world.time().after((double) PAUSE_SECONDS + random.nextInt(PAUSE_SPREAD), this::now);
    }

    /** Draws each story once before any is repeated. */
    private DemoStory draw() {
        if (hat.isEmpty()) {
            hat.addAll(stories.later());
        }
        return hat.remove(random.nextInt(hat.size()));
    }

    private static Stories read() {
        try (InputStream in = DemoScenario.class.getResourceAsStream(STORIES)) {
            return new ObjectMapper().readValue(Objects.requireNonNull(in), Stories.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's stories cannot be read", e);
        }
    }
}
