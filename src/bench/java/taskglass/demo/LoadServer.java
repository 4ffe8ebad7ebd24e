package taskglass.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * The demo's server in its own process, with a load generator instead of its stories. It prints its address and
 * password. For each input line {@code RATE SECONDS}, the running sessions produce events at that rate; then it prints
 * the number of all calls so far.
 */
final class LoadServer {
    /** The number of tool calls in a step, typical for agents. */
    private static final int CALLS_A_STEP = 4;

    /** The events between two steps: both messages, the session, the part that begins a step. */
    private static final int EVENTS_A_STEP = 4;

    private final Feed feed = new Feed();
    private final Timetable time = new Timetable(Instant.now().minus(Duration.ofHours(1)));
    private final DemoSessions demoSessions = new DemoSessions(time, feed);
    private final Routes routes = new Routes(demoSessions, new DemoScenario(demoSessions, Path.of("/home/load"), 1));
    private final List<DemoSession> running = new ArrayList<>();
    private final List<MessageWriter> pens = new ArrayList<>();
    private final DemoModels.Model model = DemoModels.model("");
    private long calls;

    private LoadServer(int sessions, int active) {
        for (int i = 0; i < sessions; i++) {
            DemoSession demoSession =
                    demoSessions.create("Task number " + i, "/home/load/src/p" + i % 7, Optional.empty());
            MessageWriter messageWriter = new MessageWriter(demoSessions, demoSession);
            messageWriter.prompt(ScriptedAgent.text("Do what task " + i + " says"), "build", model);
            messageWriter.open("build", model);
            if (i >= sessions - active) {
                demoSessions.busy(demoSession);
                running.add(demoSession);
                pens.add(messageWriter);
            } else {
                messageWriter.close("stop");
            }
            time.playTo(time.now().plusMillis(200));
        }
        time.playTo(Instant.now());
    }

    public static void main(String[] arguments) throws IOException {
        LoadServer load = new LoadServer(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        try (var requests = Executors.newVirtualThreadPerTaskExecutor();
                WireServer server = new WireServer(load.feed, load::answer, requests, "load")) {
            System.out.println(server.url());
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] words = order.split(" ", 2);
                load.generate(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
                System.out.println(load.calls);
            }
        }
    }

    private synchronized WireServer.Reply answer(Routes.Call asked) {
        Routes.Answer answer = routes.answer(asked);
        return new WireServer.Reply(answer.status(), answer.body().toString(), answer.next());
    }

    /** Sends events at a constant rate: each at its own time, overdue ones at once. */
    private void generate(int rate, int seconds) {
        long begin = System.nanoTime();
        long all = (long) rate * seconds;
        for (long i = 0; i < all; ) {
            long due = begin + i * 1_000_000_000L / rate;
            long early = due - System.nanoTime();
            if (early > 0) {
                LockSupport.parkNanos(early);
            }
            int number = (int) (calls % running.size());
            long round = calls / running.size();
            if ((round + number) % CALLS_A_STEP == 0) {
                step(number);
                i += EVENTS_A_STEP;
            }
            call(number);
            i++;
        }
    }

    private synchronized void step(int number) {
        time.playTo(Instant.now());
        pens.get(number).open("build", model);
    }

    /** Sends a tool call whose name is the time of sending in microseconds. */
    private synchronized void call(int number) {
        Instant now = Instant.now();
        time.playTo(now);
        MessageWriter messageWriter = pens.get(number);
        ObjectNode part = messageWriter.part("tool").put("callID", "call");
        part.put("tool", "t" + (now.getEpochSecond() * 1_000_000 + now.getNano() / 1000));
        ObjectNode state = part.putObject("state").put("status", "running");
        state.set("input", JsonNodeFactory.instance.objectNode().put("command", "make check"));
        state.putObject("time").put("start", time.millis());
        messageWriter.put(part);
        calls++;
    }
}
