package taskglass.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the scripted model shall do, read from a prompt of {@code key=value} words.
 *
 * <p>{@code steps} messages with tool calls, {@code parallel} calls in each, of {@code tool}, of which {@code read} is the same call each time;
 * {@code sleep} seconds in
 * each bash call; {@code output} bytes printed by each; {@code sub} steps of {@code subsleep}
 * seconds in a subagent; then {@code words} words of
 * {@code text}, {@code delay} ms apart, once the {@code gate} is open; {@code hold} is a gate before the second
 * step, {@code pause} one before the second word. {@code think} words of reasoning come before the last text.
 * {@code fail} answers that HTTP status instead. With the call of step {@code full}, counted from 0, the context is full.
 *
 * <p>With {@code deep} the subagent calls a subagent of its own, so many times, of the kind {@code agent}; the deepest
 * makes one call of {@code leaf}. With {@code ask=several} a question is three, of which the
 * second takes several answers.
 */
public record Script(Map<String, String> values) {
    /** So many tokens of the 200,000 that the scripted model takes make a server sum the session up. */
    private static final int FULL = 199_000;

    private static final String QUESTION = "{\"questions\":[{\"question\":\"Which colour?\",\"header\":\"Colour\","
            + "\"options\":[{\"label\":\"red\",\"description\":\"r\"},{\"label\":\"blue\",\"description\":\"b\"}]}]}";

    private static final String QUESTIONS = "{\"questions\":["
            + "{\"question\":\"Which format should the pages use?\",\"header\":\"Date format\",\"options\":["
            + "{\"label\":\"22.11.2026\",\"description\":\"as in print\"},"
            + "{\"label\":\"2026-11-22\",\"description\":\"as in the data files\"}]},"
            + "{\"question\":\"Which pages?\",\"header\":\"Pages\",\"multiple\":true,\"options\":["
            + "{\"label\":\"guide\",\"description\":\"12 files\"},{\"label\":\"manual\",\"description\":\"40 files\"},"
            + "{\"label\":\"notes\",\"description\":\"3 files\"}]},"
            + "{\"question\":\"What shall the glossary be called?\",\"header\":\"Glossary\",\"options\":["
            + "{\"label\":\"Glossar\",\"description\":\"as before\"}]}]}";

    /** A tool call to make: the tool's name and its arguments as JSON. */
    public record Call(String tool, String arguments) {}

    public static Script of(String prompt) {
        Map<String, String> values = new HashMap<>();
        for (String token : prompt.trim().split("\\s+", -1)) {
            int at = token.indexOf('=');
            if (at > 0) {
                values.put(token.substring(0, at), token.substring(at + 1));
            }
        }
        return new Script(Map.copyOf(values));
    }

    public int steps() {
        return number("steps", 0);
    }

    public int fail() {
        return number("fail", 0);
    }

    /** Tokens read for the answer of one step, counted from 0. */
    public int tokens(int step) {
        return step == number("full", -1) ? FULL : 200 * (step + 1);
    }

    public int wordCount() {
        return number("words", 3);
    }

    public int delay() {
        return number("delay", 1);
    }

    public String text() {
        return values.getOrDefault("text", "done");
    }

    public String hold() {
        return values.getOrDefault("hold", "");
    }

    public String pause() {
        return values.getOrDefault("pause", "");
    }

    public int think() {
        return number("think", 0);
    }

    public String gate() {
        return values.getOrDefault("gate", "");
    }

    /** The calls of one step, counted from 0. */
    public List<Call> callsOf(int step) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < number("parallel", 1); i++) {
            calls.add(call(step, i));
        }
        return calls;
    }

    private Call call(int step, int index) {
        return switch (values.getOrDefault("tool", "bash")) {
            case "task" -> new Call("task", subagent(step));
            case "todo" -> new Call("todowrite", todos(step));
            case "write" -> new Call("write", "{\"filePath\":\"out-%d.txt\",\"content\":\"line\"}".formatted(step));
            case "read" -> new Call("read", "{\"filePath\":\"opencode.json\"}");
            case "webfetch" -> new Call("webfetch", "{\"url\":\"http://127.0.0.1:9/\",\"format\":\"text\"}");
            case "question" -> new Call("question", values.containsKey("ask") ? QUESTIONS : QUESTION);
            default -> new Call("bash", bash(step, index));
        };
    }

    private String subagent(int step) {
        if (values.containsKey("deep")) {
            return deeper();
        }
        return "{\"description\":\"sub %d\",\"prompt\":\"steps=%d sleep=%d text=subdone gate=%s\",\"subagent_type\":\"general\"%s}"
                .formatted(
                        step,
                        number("sub", 1),
                        number("subsleep", 0),
                        values.getOrDefault("subgate", ""),
                        values.containsKey("background") ? ",\"background\":true" : "");
    }

    private String deeper() {
        int left = number("deep", 1) - 1;
        String leaf = values.getOrDefault("leaf", "write");
        String agent = values.getOrDefault("agent", "general");
        String prompt = left == 0
                ? "steps=1 tool=" + leaf
                : "steps=1 tool=task deep=%d leaf=%s agent=%s".formatted(left, leaf, agent);
        return "{\"description\":\"level %d\",\"prompt\":\"%s\",\"subagent_type\":\"%s\"}"
                .formatted(left, prompt, agent);
    }

    /** A list with an item for each step, of which those before this one are done. */
    private String todos(int step) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < steps(); i++) {
            String status = i < step ? "completed" : i == step ? "in_progress" : "pending";
            items.add("{\"id\":\"%d\",\"content\":\"todo %d\",\"status\":\"%s\",\"priority\":\"medium\"}"
                    .formatted(i, i, status));
        }
        return "{\"todos\":[" + String.join(",", items) + "]}";
    }

    private String bash(int step, int index) {
        StringBuilder command = new StringBuilder("echo step-%d-%d".formatted(step, index));
        int output = number("output", 0);
        if (output > 0) {
            command.append("; head -c %d /dev/zero | tr '\\\\0' x".formatted(output));
        }
        String sleep = values.getOrDefault("sleep", "0");
        if (!"0".equals(sleep)) {
            command.append("; sleep ").append(sleep);
        }
        return "{\"command\":\"%s\",\"description\":\"step %d\"}".formatted(command, step);
    }

    private int number(String key, int otherwise) {
        return Integer.parseInt(values.getOrDefault(key, String.valueOf(otherwise)));
    }
}
