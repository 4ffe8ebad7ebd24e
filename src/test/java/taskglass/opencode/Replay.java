package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import taskglass.lab.MovableClock;
import taskglass.opencode.wire.SessionWire;
import taskglass.task.Activity;
import taskglass.task.TaskStatus;
import taskglass.task.request.Launch;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.run.Fact;
import taskglass.task.status.AgentTask;
import taskglass.task.status.Listing;
import taskglass.task.status.Listing.DirectoryActivity;
import taskglass.task.status.Listing.Sessions;
import taskglass.task.store.Change;
import taskglass.task.store.TaskStore;

/** A book that takes in what a recorded server said, as fast or as slowly as a test likes. */
final class Replay {
    final Recording recording;
    final TaskStore store;
    private final MovableClock clock;

    Replay(String versionAndScenario) {
        recording = Recording.of(versionAndScenario);
        clock = new MovableClock(recording.started());
        store = new TaskStore(clock);
        store.apply(List.of(new Change.StreamOpened(Recording.SERVER)));
    }

    /** All events of the recording. */
    Replay play() {
        store.apply(recording.changes());
        return this;
    }

    /** The statuses that the recorded session goes through while the events come, one after another. */
    List<TaskStatus> statuses() {
        List<TaskStatus> seen = new ArrayList<>();
        for (Change change : recording.changes()) {
            store.apply(List.of(change));
            store.find(recording.session())
                    .map(AgentTask::status)
                    .filter(now -> seen.isEmpty() || seen.getLast() != now)
                    .ifPresent(seen::add);
        }
        return seen;
    }

    /** The events up to the first that brings this status. */
    Replay playUntil(TaskStatus status) {
        for (Change change : recording.changes()) {
            store.apply(List.of(change));
            if (store.find(recording.session())
                    .filter(t -> t.status() == status)
                    .isPresent()) {
                return this;
            }
        }
        throw new AssertionError(recording.name() + " was never " + status);
    }

    /** As if the recorded session had been launched from here. */
    Replay launched() {
        Launch launch = new Launch("no-tools", clock.instant(), ParentWish.NONE, Optional.empty());
        return apply(new Change.Launched(recording.afterwards(), launch));
    }

    /** A listing has told of the session, just created or with all that came before. */
    Replay known() {
        return apply(
                new Change.Heard(recording.session(), recording.started(), new Fact.Session(recording.asCreated())));
    }

    /** A listing that shows it at work. */
    Replay landBusy() {
        return list(Map.of(recording.session().session(), Activity.busy()), List.of());
    }

    Replay apply(Change change) {
        store.apply(List.of(change));
        return this;
    }

    Replay move(Duration by) {
        clock.move(by);
        return this;
    }

    /** A listing that shows nobody at work, with the session's messages as they are afterwards. */
    Replay list() {
        return list(Map.of(), List.of(recording.reading()));
    }

    /** A listing that shows nobody at work, with other messages in its database. */
    Replay list(List<Fact> facts) {
        Listing.Reading after = recording.reading();
        return list(Map.of(), List.of(new Listing.Reading(after.key(), facts, true, true, after.through())));
    }

    /** A listing without messages, with an answer of {@code GET /session/status}. */
    Replay landStatus(JsonNode answer) {
        Map<String, Activity> active = new LinkedHashMap<>();
        answer.properties().forEach(entry -> active.put(entry.getKey(), SessionWire.activity(entry.getValue())));
        return list(active, List.of());
    }

    /** A listing of all sessions of the server. */
    Replay landAll() {
        return list(true, Map.of(), List.of(recording.reading()));
    }

    private Replay list(Map<String, Activity> active, List<Listing.Reading> readings) {
        return list(false, active, readings);
    }

    private Replay list(boolean all, Map<String, Activity> active, List<Listing.Reading> readings) {
        return apply(new Change.Listed(new Listing(
                store.nextRequest(Recording.SERVER),
                clock.instant(),
                new Sessions(List.of(recording.afterwards()), all),
                List.of(new DirectoryActivity(recording.directory(), active)),
                readings)));
    }

    AgentTask task() {
        return store.find(recording.session()).orElseThrow();
    }

    Instant now() {
        return clock.instant();
    }
}
