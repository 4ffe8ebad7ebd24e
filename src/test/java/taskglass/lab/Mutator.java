package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes of JSON, or of any text, what nobody who means well would send; the same seed makes the same. */
public final class Mutator {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What rules terminals, turns text, ends lines, leaves paths, fills memory, or is half a character. */
    private static final List<String> WORDS = List.of(
            "\u001b]0;owned\u0007",
            "\u001b[2J\u001b[31m",
            "\u009b2J",
            "\u202egnp.exe",
            "\u2066\u2069",
            "\r\n\u2028\u0085",
            "\u0000",
            "\ud83d",
            "\udc4d\ud83d",
            "👨‍👩‍👧",
            "../../session/x",
            "$(id)'\"`;&|",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "http://[::1",
            "%00%2e%2e",
            "",
            " ",
            "null",
            "1e999",
            "9223372036854775808",
            "x".repeat(5000),
            "[".repeat(2000));

    private final SplittableRandom random;

    public Mutator(SplittableRandom random) {
        this.random = random;
    }

    /** The text with one to four changes: of values where it is JSON, else of characters. */
    public String mutate(String text) {
        String mutated = text;
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            mutated = random.nextInt(5) == 0 ? characters(mutated) : values(mutated);
        }
        return mutated;
    }

    /** The JSON with one to four values changed: it is still JSON. */
    public JsonNode mutate(JsonNode json) {
        JsonNode mutated = json.deepCopy();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            change(mutated);
        }
        return mutated;
    }

    public String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private String values(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            change(json);
            return JSON.writeValueAsString(json);
        } catch (IOException notJson) {
            return characters(text);
        }
    }

    private void change(JsonNode json) {
        List<JsonNode> containers = new ArrayList<>();
        collect(json, containers);
        if (containers.isEmpty()) {
            return;
        }
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(4)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(word(), object.get(name));
                default -> object.set(name, value(object.get(name)));
            }
        } else if (container instanceof ArrayNode array) {
            int at = random.nextInt(array.size());
            switch (random.nextInt(3)) {
                case 0 -> array.remove(at);
                case 1 -> array.insert(0, array.get(at).deepCopy());
                default -> array.set(at, value(array.get(at)));
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode() && !node.isEmpty()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private JsonNode value(JsonNode before) {
        return switch (random.nextInt(10)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(new BigInteger("9".repeat(1 + random.nextInt(60))));
            case 4 -> NODES.numberNode(random.nextBoolean() ? Double.MAX_VALUE : -0.5);
            case 5 -> NODES.arrayNode().add(before.deepCopy());
            case 6 -> NODES.objectNode().set("id", before.deepCopy());
            case 7 -> NODES.textNode(before.asText() + word());
            default -> NODES.textNode(word());
        };
    }

    private String characters(String text) {
        int at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + word() + text.substring(at);
            default ->
                text.substring(0, at)
                        + (char) random.nextInt(0x10000)
                        + text.substring(Math.min(text.length(), at + 1));
        };
    }
}
