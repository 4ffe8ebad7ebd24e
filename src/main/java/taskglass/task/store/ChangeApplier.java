package taskglass.task.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.Trouble;
import taskglass.task.request.AnswerState;
import taskglass.task.request.Launch;
import taskglass.task.request.RemovalState;
import taskglass.task.run.Fact;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.AgentTask;
import taskglass.task.status.CancelState;
import taskglass.task.status.Listing;
import taskglass.task.status.RequestedActions;

/** Applies one change after the other to what the store holds, each with a revision of its own. */
final class ChangeApplier {
    private final Clock clock;
    private final TaskIndex index;
    private final ServerStates servers;
    private final PollPlanner planner;
    private final OtherWorkers otherWorkers;
    private long revision;

    ChangeApplier(Clock clock, TaskIndex index, ServerStates servers, PollPlanner planner, OtherWorkers otherWorkers) {
        this.clock = clock;
        this.index = index;
        this.servers = servers;
        this.planner = planner;
        this.otherWorkers = otherWorkers;
    }

    /** The number of changes so far. */
    long revision() {
        return revision;
    }

    void apply(Change change, StoreDiff diff) {
        revision++;
        switch (change) {
            case Change.Heard(TaskKey key, var at, Fact fact) -> applyFact(key, fact, rules(key.server(), at), diff);
            case Change.Listed(Listing listing) -> listed(listing, diff);
            case Change.Read(Listing.Reading reading, long asked) ->
                ListingMerge.mergeReading(reading, asked, rules(reading.key().server(), clock.instant()), index, diff);
            case Change.Found(ServerId server, var sessions) ->
                ListingMerge.mergeSessions(sessions, rules(server, clock.instant()), index, diff);
            case Change.ListingFailed(ServerId server, Trouble trouble) -> {
                planner.listAll(server, revision); // another server with other sessions may answer there next
                servers.note(servers.health(server).troubled(trouble), diff);
            }
            case Change.StreamOpened(ServerId server) -> streaming(server, true, diff);
            case Change.StreamLost(ServerId server) -> streaming(server, false, diff);
            case Change.ServerEnded(ServerId server, var lines, boolean stopped) -> {
                otherWorkers.ended(server, stopped, rules(server, clock.instant()), diff);
                servers.note(
                        servers.health(server).streaming(false).troubled(new Trouble.Ended(String.join("\n", lines))),
                        diff);
            }
            case Change.Processes(var found) ->
                otherWorkers.onProcesses(found, server -> rules(server, clock.instant()), diff);
            case Change.Forgotten(ServerId server) -> {
                index.forget(server, diff);
                planner.forget(server);
                servers.forget(server);
                diff.noteServers();
            }
            case Change.Launched(SessionInfo session, Launch launch) -> {
                AgentTask task = index.find(session.key()).orElseGet(() -> AgentTask.first(session));
                index.put(rules(session.key().server(), clock.instant()).launched(task, launch), diff);
            }
            case Change.Withdrawn(TaskKey key) -> index.remove(key, diff);
            case Change.Parts(TaskKey key, RemovalState how) -> order(key, actions -> actions.parting(how), diff);
            case Change.LookedAt(TaskKey key) -> planner.requestReading(key);
            case Change.CancelAsked(TaskKey key, var at) ->
                order(key, actions -> actions.cancel(new CancelState.Asked(at, CancelState.Obstacle.NONE)), diff);
            case Change.AnswerStands(TaskKey key, String request, AnswerState now) ->
                index.find(key)
                        .map(task -> TaskRules.asks(
                                task, task.sessionActivity().asks().answering(request, now, revision)))
                        .ifPresent(task -> index.put(task, diff));
            case Change.Recalled(TaskKey key, var end) ->
                index.find(key)
                        .map(task -> task.with(
                                task.presence().with(task.presence().ends().remembered(end))))
                        .ifPresent(task -> index.put(task, diff));
            case Change.CancelStands(TaskKey key, CancelState now) ->
                order(key, actions -> actions.cancel().wanted() ? actions.cancel(now) : actions, diff);
        }
    }

    private void applyFact(TaskKey key, Fact fact, TaskRules rules, StoreDiff diff) {
        Optional<AgentTask> known = index.find(key);
        if (index.wasRemoved(key) || (known.isEmpty() && !fact.tellsOfLife())) {
            return;
        }
        AgentTask task = known.orElseGet(() -> AgentTask.first(SessionInfo.idOnly(key)));
        index.onParentFact(key, fact, diff);
        if (fact instanceof Fact.Archived && !task.status().active()) {
            index.remove(key, diff);
        } else {
            index.put(rules.applyEvent(task, fact), diff);
        }
    }

    private TaskRules rules(ServerId server, Instant now) {
        return new TaskRules(revision, now, servers.streamChanged(server), servers.observation(server), otherWorkers);
    }

    private void listed(Listing listing, StoreDiff diff) {
        TaskRules rules = rules(listing.question().server(), clock.instant());
        new ListingMerge(listing, rules, index, diff).merge();
        planner.onListing(listing);
        servers.note(servers.health(listing.question().server()).listed(listing), diff);
    }

    private void streaming(ServerId server, boolean now, StoreDiff diff) {
        servers.streamChanged(server, revision);
        if (now) {
            planner.listAll(server, revision);
        }
        for (AgentTask task : index.open(server)) {
            index.put(task.with(task.history().doubted(revision)), diff);
        }
        servers.note(servers.health(server).streaming(now), diff);
    }

    private void order(TaskKey key, UnaryOperator<RequestedActions> order, StoreDiff diff) {
        index.find(key).ifPresent(task -> index.put(task.with(order.apply(task.requested())), diff));
    }
}
