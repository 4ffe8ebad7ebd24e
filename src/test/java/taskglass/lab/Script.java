package taskglass.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the scripted model shall do, read from a prompt of {@code key=value} words.
 *
 * <p>{@code steps} messages with tool calls, {@code parallel} calls in each, of {@code tool}; {@code sleep} seconds in
 * each bash call; {@code output} bytes printed by each; {@code sub} steps of {@code subsleep}
 * seconds in a subagent; then {@code words} words of
 * {@code text}, {@code delay} ms apart, once the {@code gate} is open. {@code fail} answers that HTTP status instead.
 */
public record Script(Map<String, String> values) {
    /** A tool call to make: the tool's name and its arguments as JSON. */
    public record Call(String tool, String arguments) {}

    public static Script of(String prompt) {
        Map<String, String> values = new HashMap<>();
        for (String word : prompt.trim().split("\\s+", -1)) {
            int at = word.indexOf('=');
            if (at > 0) {
                values.put(word.substring(0, at), word.substring(at + 1));
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

    public int words() {
        return number("words", 3);
    }

    public int delay() {
        return number("delay", 1);
    }

    public String text() {
        return values.getOrDefault("text", "done");
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
            case "write" -> new Call("write", "{\"filePath\":\"out-%d.txt\",\"content\":\"line\"}".formatted(step));
            default -> new Call("bash", bash(step, index));
        };
    }

    private String subagent(int step) {
        return "{\"description\":\"sub %d\",\"prompt\":\"steps=%d sleep=%d text=subdone gate=%s\",\"subagent_type\":\"general\"}"
                .formatted(step, number("sub", 1), number("subsleep", 0), values.getOrDefault("subgate", ""));
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
