package taskglass.opencode.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Accepts from one server only items whose ids have the form that OpenCode makes: sessions, messages, requests, forms
 * and queued prompts. Such an id becomes part of a path or a command. All other names are plain text. Thread-safe.
 */
public final class WireIds {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    /** The fields that refer to another item, anywhere within an item. */
    private static final List<String> NAMES = List.of(
            "sessionID",
            "messageID",
            "assistantMessageID",
            "parentID",
            "requestID",
            "formID",
            "inputID",
            "inboxID",
            "aggregateID");

    /** The paths whose answers have items with ids. Agents, models and providers may have any name. */
    private static final Pattern ITEMS =
            Pattern.compile("(/api)?(/experimental)?/(session|permission|question)(?!.*/(todo|diff|history|log)$).*");

    private static final Pattern BY_ID = Pattern.compile(".*/session/(status|active)");

    private static final int KEPT = 100;
    private static final int LONGEST = 40;

    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The rejected ids, up to a limit. Each is counted once. */
    public List<String> refused() {
        return refused.stream().sorted().toList();
    }

    /** Whether an id may be used. A rejected id is remembered. */
    public boolean accepts(String id) {
        boolean admitted = isId(id);
        if (!admitted && refused.size() < KEPT) {
            refused.add(readable(id));
        }
        return admitted;
    }

    private static String readable(String id) {
        String shown = id.chars()
                .limit(LONGEST)
                .mapToObj(
                        c -> c >= ' ' && c <= '~' ? String.valueOf((char) c) : String.format(Locale.ROOT, "\\u%04x", c))
                .collect(Collectors.joining());
        return id.length() > LONGEST ? shown + "…" : shown;
    }

    /** Whether an event's data contains no id that may not be used. */
    public boolean admitsEvent(String type, JsonNode data, JsonNode around) {
        boolean isRequest = type.endsWith(".asked");
        return names(data) && names(around.path("durable")) && (!isRequest || own(data)) && inner(data);
    }

    /** Whether the ids of an answer's single item may be used. */
    public boolean admitsOne(String path, JsonNode answer) {
        JsonNode one = answer.path("data").isObject() ? answer.path("data") : answer;
        boolean named = one.has("id") || one.path("info").isObject();
        return !ITEMS.matcher(path).matches() || BY_ID.matcher(path).matches() || !named || item(one);
    }

    /** Removes every item with an invalid id from a server's answer. Returns how many were removed. */
    public int dropInvalid(String path, JsonNode answer) {
        if (!ITEMS.matcher(path).matches()) {
            return 0;
        }
        JsonNode items = answer.has("data") ? answer.path("data") : answer;
        if (BY_ID.matcher(path).matches() && items instanceof ObjectNode byId) {
            List<String> bad = new ArrayList<>();
            byId.fieldNames()
                    .forEachRemaining(
                            id -> Stream.of(id).filter(one -> !accepts(one)).forEach(bad::add));
            byId.remove(bad);
            return bad.size();
        }
        return items instanceof ArrayNode list ? dropInvalid(list) : 0;
    }

    private int dropInvalid(ArrayNode items) {
        int before = items.size();
        retain(items, this::item);
        for (JsonNode item : items) {
            if (item.path("parts") instanceof ArrayNode parts) {
                retain(parts, this::names);
            }
        }
        return before - items.size();
    }

    private static void retain(ArrayNode items, Predicate<JsonNode> admitted) {
        Iterator<JsonNode> all = items.elements();
        while (all.hasNext()) {
            if (!admitted.test(all.next())) {
                all.remove();
            }
        }
    }

    private boolean item(JsonNode item) {
        boolean nested = item.path("info").isObject() || item.path("form").isObject();
        return names(item) && (nested || own(item)) && inner(item);
    }

    private boolean inner(JsonNode item) {
        JsonNode info = item.path("info");
        JsonNode form = item.path("form");
        return (!info.isObject() || (names(info) && own(info)))
                && (!form.isObject() || (names(form) && own(form)))
                && names(item.path("part"));
    }

    private boolean names(JsonNode item) {
        boolean all = true;
        for (String name : NAMES) {
            JsonNode id = item.path(name);
            boolean absent = id.isMissingNode()
                    || id.isNull()
                    || (id.isTextual() && id.textValue().isEmpty());
            all &= absent || accepts(id.asText());
        }
        return all;
    }

    private boolean own(JsonNode item) {
        return accepts(item.path("id").asText());
    }
}
