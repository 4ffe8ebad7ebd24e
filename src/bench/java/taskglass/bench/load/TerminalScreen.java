package taskglass.bench.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import taskglass.lab.Await;
import taskglass.lab.LabTerminal;
import taskglass.lab.RealOpenCode;
import taskglass.lab.ScriptedModel;

/**
 * OpenCode's own terminal UI in a pseudo-terminal of 120 by 40, attached to an idle session of a real server whose
 * agent has made twenty tool calls. Uses the version that the tests pin, installed by npm if missing.
 */
final class TerminalScreen implements AutoCloseable {
    private static final Duration REST = Duration.ofSeconds(20);

    private final ScriptedModel model = new ScriptedModel();
    private final RealOpenCode server = RealOpenCode.start(model);

    TerminalScreen() throws IOException, InterruptedException {}

    String server() {
        return server.baseUrl();
    }

    /** Measures it at rest, after that many seconds, without the processes of the terminal and the shell. */
    ObjectNode measure(long warmUp) throws IOException, InterruptedException {
        String session = work();
        try (LabTerminal terminal = server.openTerminalWith("attach %s --session %s".formatted(server(), session))) {
            Thread.sleep(Duration.ofSeconds(warmUp));
            List<ProcessHandle> programs = ProcessHandle.allProcesses()
                    .filter(process -> terminal.runs(process.pid()))
                    .filter(process -> process.info()
                            .command()
                            .filter(TerminalScreen::shell)
                            .isEmpty())
                    .toList();
            ObjectNode figures = JsonNodeFactory.instance.objectNode().put("processes", programs.size());
            figures.put("rest cpu %", Footprint.cpu(REST, programs));
            long proportional = 0;
            long resident = 0;
            for (ProcessHandle program : programs) {
                proportional += Footprint.megabytes("Pss", program);
                resident += Footprint.megabytes("Rss", program);
            }
            return figures.put("rest PSS MB", proportional).put("rest RSS MB", resident);
        }
    }

    private static boolean shell(String command) {
        return command.endsWith("/sh") || command.endsWith("/dash") || command.endsWith("/bash");
    }

    private String work() {
        ObjectNode wish = JsonNodeFactory.instance.objectNode().put("title", "Twenty calls");
        String session = server.post("/session" + in(), wish).path("id").asText();
        ObjectNode prompt = JsonNodeFactory.instance.objectNode().put("agent", "build");
        prompt.putArray("parts").addObject().put("type", "text").put("text", "steps=4 parallel=5");
        server.post("/session/" + session + "/prompt_async" + in(), prompt);
        Await.until(
                "the agent rests",
                () -> server.messages(session, server.project())
                        .findValuesAsText("finish")
                        .contains("stop"));
        return session;
    }

    private String in() {
        return "?directory=" + RealOpenCode.encoded(server.project());
    }

    @Override
    public void close() {
        server.close();
        model.close();
    }
}
