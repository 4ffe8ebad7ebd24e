package taskglass.ui.filter;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import taskglass.task.status.AgentTask;

/** Completes a filter while it is typed: field names and, after a field's colon, the values of the tasks. */
final class Completion {
    private static final int MOST = 8;

    private Completion() {}

    /** Returns complete texts that the typed text may become, best first; none while its last term is empty. */
    static List<String> of(String typed, Collection<AgentTask> tasks) {
        int at = typed.lastIndexOf(' ') + 1;
        String before = typed.substring(0, at);
        boolean minus = typed.startsWith("-", at);
        String term = typed.substring(at + (minus ? 1 : 0));
        String start = before + (minus ? "-" : "");
        if (term.isEmpty()) {
            return List.of();
        }
        return Field.before(term)
                .map(field -> values(field, term.substring(field.prefix().length()), tasks))
                .orElseGet(() -> fields(term))
                .map(start::concat)
                .filter(text -> !text.equals(typed))
                .limit(MOST)
                .toList();
    }

    private static Stream<String> fields(String term) {
        return Arrays.stream(Field.values())
                .map(Field::prefix)
                .filter(prefix -> prefix.startsWith(term.toLowerCase(Locale.ROOT)));
    }

    private static Stream<String> values(Field field, String part, Collection<AgentTask> tasks) {
        String wanted = part.replace("\"", "").toLowerCase(Locale.ROOT);
        return tasks.stream()
                .flatMap(field::suggested)
                .filter(value -> !value.isEmpty())
                .distinct()
                .filter(value -> value.toLowerCase(Locale.ROOT).contains(wanted))
                .sorted()
                .map(value -> field.prefix() + quoted(value));
    }

    private static String quoted(String value) {
        return Optional.of(value).filter(v -> v.indexOf(' ') < 0).orElseGet(() -> '"' + value + '"');
    }
}
