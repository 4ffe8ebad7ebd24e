package taskglass.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * The demo's server in its own process, with days of work instead of its stories. It prints its address. For each input
 * line {@code SESSIONS EVENTS} it creates that many sessions, nine of ten subagents, which work in parallel until each
 * has sent that many events and settles. Then it prints the number of all events so far. All events are sent as fast as
 * they can be written.
 */
final class DayServer {
    private static final int CALLS = 8;

    /** A session's events apart from the pieces of its text: 13 for its beginning and end, and three for each call. */
    private static final int FIXED = 13 + 3 * CALLS;

    /** A root and its subagents: one toast of the window reports that all of them have settled. */
    private static final int FAMILY = 10;

    private final Feed feed = new Feed();
    private final Timetable time = new Timetable(Instant.now());
    private final DemoSessions demoSessions = new DemoSessions(time, feed);
    private final Routes routes = new Routes(demoSessions, new DemoScenario(demoSessions, Path.of("/home/load"), 1));
    private int created;
    private long sent;

    private DayServer() {}

    public static void main(String[] none) throws IOException {
        DayServer day = new DayServer();
        try (var requests = Executors.newVirtualThreadPerTaskExecutor();
                WireServer server = new WireServer(day.feed, day::answer, requests, "load")) {
            System.out.println(server.url());
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] words = order.split(" ", 2);
                day.play(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
                System.out.println(day.sent);
            }
        }
    }

    private synchronized WireServer.Reply answer(Routes.Call asked) {
        Routes.Answer answer = routes.answer(asked);
        return new WireServer.Reply(answer.status(), answer.body().toString(), answer.next());
    }

    private void play(int sessions, int events) {
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            Optional<String> root = i % FAMILY == 0
                    ? Optional.empty()
                    : Optional.of(workers.get(i - i % FAMILY).session().id());
            workers.add(begun(root));
        }
        for (int call = 0; call < CALLS; call++) {
            workers.forEach(this::call);
        }
        for (int piece = 0; piece < events - FIXED; piece++) {
            workers.forEach(this::write);
        }
        workers.reversed().forEach(this::settle);
        sent += (long) sessions * events;
    }

    private record Worker(DemoSession session, MessageWriter pen, ObjectNode text) {}

    /** Sends eight events. */
    private synchronized Worker begun(Optional<String> parent) {
        time.playTo(Instant.now());
        DemoSession demoSession =
                demoSessions.create("Task number " + created, "/home/load/src/p" + created++ % 7, parent);
        MessageWriter messageWriter = new MessageWriter(demoSessions, demoSession);
        DemoModels.Model model = DemoModels.model("");
        messageWriter.prompt(ScriptedAgent.text("Do what the task says"), "build", model);
        demoSessions.busy(demoSession);
        messageWriter.open("build", model);
        ObjectNode text = messageWriter.part("text").put("text", "");
        messageWriter.put(text);
        return new Worker(demoSession, messageWriter, text);
    }

    private synchronized void call(Worker worker) {
        time.playTo(Instant.now());
        ObjectNode input = Routes.node().put("command", "make check");
        ToolPart call = new ToolPart(worker.pen(), demoSessions, "bash", input);
        call.run();
        call.complete("make check", "42 tests, no failures");
    }

    private synchronized void write(Worker worker) {
        worker.pen().grow(worker.text(), "word ");
    }

    /** Sends five events: the whole text, the end of the answer, and idle. */
    private synchronized void settle(Worker worker) {
        time.playTo(Instant.now());
        worker.pen().put(worker.text());
        worker.pen().close("stop");
        demoSessions.status(worker.session(), Optional.empty());
    }
}
