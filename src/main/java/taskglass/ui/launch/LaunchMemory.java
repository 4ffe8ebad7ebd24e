package taskglass.ui.launch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import taskglass.settings.Settings;
import taskglass.task.Assignment;
import taskglass.task.ModelRef;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.request.LaunchRequest;

/** Remembers launches across restarts: the last choices per server, recent prompts, templates and a draft. */
public final class LaunchMemory {
    static final int RECENT = 20;

    private static final String SECTION = "launch";

    private final Settings settings;
    private final Map<TaskKey, String> followUps = new HashMap<>();
    private Saved saved;

    public LaunchMemory(Settings settings) {
        this.settings = settings;
        this.saved = settings.section(SECTION, Saved.class, Saved.NOTHING);
    }

    /** The memory as stored in the settings file, with "" and empty for unset values. */
    record Saved(Map<String, Choice> last, List<String> recent, List<Template> templates, Draft draft) {
        static final Saved NOTHING = new Saved(Map.of(), List.of(), List.of(), Draft.NONE);

        Saved {
            last = Objects.requireNonNullElse(last, Map.of());
            recent = Objects.requireNonNullElse(recent, List.of());
            templates = Objects.requireNonNullElse(templates, List.of());
            draft = Objects.requireNonNullElse(draft, Draft.NONE);
        }
    }

    /** The last choice: names of an agent and a model, and a directory. */
    record Choice(String agent, String model, String directory) {
        static final Choice NONE = new Choice("", "", "");

        Choice {
            agent = Objects.requireNonNullElse(agent, "");
            model = Objects.requireNonNullElse(model, "");
            directory = Objects.requireNonNullElse(directory, "");
        }

        static Choice of(Assignment assignment, String directory) {
            return new Choice(
                    assignment.agent().orElse(""),
                    assignment.model().map(ModelRef::toString).orElse(""),
                    directory);
        }
    }

    /** A prompt that the user named, for reuse. */
    record Template(String name, String prompt) {
        Template {
            name = Objects.requireNonNullElse(name, "");
            prompt = Objects.requireNonNullElse(prompt, "");
        }
    }

    /** Text that was typed and not launched. */
    record Draft(String description, String prompt) {
        static final Draft NONE = new Draft("", "");

        Draft {
            description = Objects.requireNonNullElse(description, "");
            prompt = Objects.requireNonNullElse(prompt, "");
        }
    }

    Choice last(ServerId server) {
        return saved.last().getOrDefault(server.url(), Choice.NONE);
    }

    /** The agent that was chosen last on that server, "" for none. */
    public String lastAgent(ServerId server) {
        return last(server).agent();
    }

    /** The recent prompts, newest first. */
    List<String> recent() {
        return saved.recent();
    }

    List<Template> templates() {
        return saved.templates();
    }

    Draft draft() {
        return saved.draft();
    }

    /** The unsent text for continuing a task, "" for none. Kept until the program exits. */
    String followUp(TaskKey task) {
        return followUps.getOrDefault(task, "");
    }

    void followUp(TaskKey task, String typed) {
        if (typed.isEmpty()) {
            followUps.remove(task);
        } else {
            followUps.put(task, typed);
        }
    }

    void draft(Draft now) {
        put(new Saved(saved.last(), saved.recent(), saved.templates(), now));
    }

    /** Records a launch: its choices become the last ones, and the draft is cleared. */
    void launched(LaunchRequest request) {
        Map<String, Choice> last = new HashMap<>(saved.last());
        last.put(request.server().url(), Choice.of(request.assignment(), request.directory()));
        put(new Saved(last, recentWith(request.prompt()), saved.templates(), Draft.NONE));
    }

    void prompted(String prompt) {
        put(new Saved(saved.last(), recentWith(prompt), saved.templates(), saved.draft()));
    }

    /** Saves a template, replacing one of the same name. Templates are sorted by name. */
    void save(Template template) {
        put(templates(Stream.concat(without(template.name()), Stream.of(template))));
    }

    void delete(Template template) {
        put(templates(without(template.name())));
    }

    private Saved templates(Stream<Template> now) {
        List<Template> sorted = now.sorted(Comparator.comparing(Template::name)).toList();
        return new Saved(saved.last(), saved.recent(), sorted, saved.draft());
    }

    private Stream<Template> without(String name) {
        return saved.templates().stream().filter(known -> !known.name().equals(name));
    }

    private List<String> recentWith(String prompt) {
        List<String> now = new ArrayList<>(saved.recent());
        now.remove(prompt);
        now.addFirst(prompt);
        return List.copyOf(now.subList(0, Math.min(RECENT, now.size())));
    }

    private void put(Saved now) {
        saved = now;
        settings.put(SECTION, now);
    }

    /** A recent prompt by index, 0 for the newest; empty if there is none. */
    Optional<String> recent(int index) {
        return index >= 0 && index < saved.recent().size()
                ? Optional.of(saved.recent().get(index))
                : Optional.empty();
    }
}
