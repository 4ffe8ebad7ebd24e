package taskglass.ui.permissions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import taskglass.engine.Engine;
import taskglass.engine.command.CommandFailed;
import taskglass.task.ServerId;
import taskglass.task.Trouble;
import taskglass.task.request.Refusal;
import taskglass.task.request.SavedPermission;
import taskglass.text.RefusalText;

/**
 * The permissions that were granted permanently in the projects of all known sessions, as reported by the servers. Asks
 * for one directory at a time because each request makes the server load a project. Not thread-safe: used on the
 * owner's thread only.
 */
final class SavedPermissions {
    /** A directory on a server. */
    record Place(ServerId server, String directory) {}

    /**
     * A project on a server.
     * @param directories its known directories, in order
     */
    record Project(ServerId server, String id, TreeSet<String> directories, List<SavedPermission> permissions) {}

    private record Key(ServerId server, String project) {}

    private final Engine engine;
    private final Runnable changed;
    private final Deque<Place> toAsk = new ArrayDeque<>();
    private final Map<Key, Project> projects = new LinkedHashMap<>();
    private Optional<Place> asking = Optional.empty();
    private String trouble = "";

    /** {@code changed} is called after every answer. */
    SavedPermissions(Engine engine, Runnable changed) {
        this.engine = engine;
        this.changed = changed;
    }

    /** Requests the permissions for the directories of all sessions known now. */
    void load() {
        stop();
        projects.clear();
        trouble = "";
        engine.store().tasks().stream()
                .map(task -> new Place(task.key().server(), task.session().directory()))
                .filter(place -> engine.serverControl().storesPermissions(place.server()))
                .filter(place -> !place.directory().isEmpty())
                .distinct()
                .sorted(Comparator.comparing((Place place) -> place.server().url())
                        .thenComparing(Place::directory))
                .forEach(toAsk::add);
        next();
    }

    /** Makes no further requests. */
    void stop() {
        toAsk.clear();
        asking = Optional.empty();
    }

    /** The directory whose answer is pending. */
    Optional<Place> asking() {
        return asking;
    }

    /** Whether any monitored server stores permissions. */
    boolean anyStored() {
        return engine.servers().stream().anyMatch(engine.serverControl()::storesPermissions);
    }

    /** The projects that have stored permissions. */
    List<Project> projects() {
        return projects.values().stream()
                .filter(project -> !project.permissions().isEmpty())
                .toList();
    }

    /** The text of the last refusal; "" if there was none. */
    String trouble() {
        return trouble;
    }

    /** {@code answered} is called when the server has answered. */
    void revoke(Project project, SavedPermission permission, Runnable answered) {
        trouble = "";
        CompletionStage<SavedPermission> order = engine.serverControl()
                .revoke(project.server(), project.directories().first(), permission);
        order.whenComplete((gone, failure) -> {
            answered.run();
            if (failure == null) {
                project.permissions().remove(gone);
            } else {
                trouble = RefusalText.of(CommandFailed.reason(failure));
            }
            changed.run();
        });
    }

    private void next() {
        Optional<Place> place = Optional.ofNullable(toAsk.poll());
        asking = place;
        changed.run();
        place.ifPresent(at -> engine.serverControl()
                .savedPermissions(at.server(), at.directory())
                .whenComplete((found, failure) -> answered(at, Optional.ofNullable(found), failure)));
    }

    /** An answer that arrives after the request was dropped is ignored. */
    private void answered(Place at, Optional<List<SavedPermission>> found, Throwable failure) {
        if (asking.filter(at::equals).isPresent()) {
            found.ifPresentOrElse(
                    all -> all.forEach(one -> add(at, one)), () -> refused(CommandFailed.reason(failure)));
            next();
        }
    }

    /** One bad directory, for example a deleted one, must not hide the permissions of the others. */
    private void refused(Refusal why) {
        boolean ofThisOne = why instanceof Refusal.Troubled troubled && troubled.trouble() instanceof Trouble.Refused;
        trouble = ofThisOne ? trouble : RefusalText.of(why);
    }

    private void add(Place at, SavedPermission permission) {
        Project project = projects.computeIfAbsent(
                new Key(at.server(), permission.project()),
                key -> new Project(key.server(), key.project(), new TreeSet<>(), new ArrayList<>()));
        project.directories().add(at.directory());
        if (!project.permissions().contains(permission)) {
            project.permissions().add(permission);
        }
    }
}
