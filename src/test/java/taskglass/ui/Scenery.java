package taskglass.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import taskglass.engine.Rig;
import taskglass.lab.RealOpenCode;
import taskglass.task.TaskStatus;

/** A day's work on a real server: tasks of every status in several projects, for pictures of the window. */
final class Scenery {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RealOpenCode server;
    private final Rig rig;
    private final Map<String, Path> projects = new HashMap<>();

    Scenery(Rig rig) {
        this.rig = rig;
        this.server = rig.server;
    }

    /** Returns when each task stands as it shall be seen. */
    void build() throws IOException {
        String done = task(
                "ci-bots",
                "Update the dependency report",
                "plan",
                "steps=7 parallel=2 words=1 text=All-46-dependencies-are-current");
        String rejected = task("ci-bots", "Nightly clean-up of the build caches", "build", "steps=1 tool=write");
        String failed = task("docs", "Translate the manual", "build", "fail=400");
        String cancelled = task("cache", "Try the other sort", "build", "steps=1 sleep=60");
        rig.awaitStatus(done, TaskStatus.COMPLETED);
        rig.awaitStatus(failed, TaskStatus.FAILED);
        rig.awaitCalls(cancelled, 1);
        rig.cancel(cancelled);
        rig.awaitStatus(cancelled, TaskStatus.CANCELLED);
        rig.awaitStatus(rejected, TaskStatus.NEEDS_YOU);
        server.post(
                "/permission/" + rig.task(rejected).attention().getFirst().id() + "/reply" + in("ci-bots"),
                JSON.createObjectNode().put("reply", "reject"));
        rig.awaitStatus(rejected, TaskStatus.INTERRUPTED);
        atWork();
    }

    private void atWork() throws IOException {
        String todos = task(
                "website",
                "Review the pull request about sessions that outlive their server",
                "plan",
                "steps=4 tool=todo parallel=1 hold=never words=900");
        String retry = task("ci-bots", "Summarise yesterday’s failures", "plan", "fail=500");
        String root = task("compiler", "Port the parser to records", "build", "steps=2 tool=task sub=9 subgate=never");
        String bench = task("cache", "Benchmark the cache", "build", "steps=14 parallel=3 sleep=0.2 gate=never");
        String write = task("tasks-db", "Write the migration", "build", "steps=2 tool=write");
        String asks = task("docs", "Choose a date format", "build", "steps=1 tool=question");
        rig.awaitStatus(retry, TaskStatus.RETRYING);
        rig.awaitStatus(write, TaskStatus.NEEDS_YOU);
        rig.awaitStatus(asks, TaskStatus.NEEDS_YOU);
        rig.awaitCalls(bench, 42);
        rig.awaitCalls(root, 1);
        rig.awaitCalls(todos, 1);
    }

    private String task(String project, String title, String agent, String script) throws IOException {
        if (!projects.containsKey(project)) {
            projects.put(project, server.newDirectory(project));
        }
        String session = server.post(
                        "/session" + in(project), JSON.createObjectNode().put("title", title))
                .path("id")
                .asText();
        ObjectNode body = JSON.createObjectNode().put("agent", agent);
        body.putArray("parts").addObject().put("type", "text").put("text", script);
        server.post("/session/" + session + "/prompt_async" + in(project), body);
        return session;
    }

    private String in(String project) {
        return "?directory=" + RealOpenCode.encoded(projects.get(project));
    }
}
