package taskglass.ui.filter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import taskglass.task.status.AgentTask;

/**
 * The search text of the user: words and {@code field:value} terms, all of which must match. Case is ignored. A minus
 * before a term negates it. Quotes keep spaces together. Every text is a valid query: a term with an unknown field is a
 * word.
 */
public record Query(String text, List<Term> terms) {
    private static final Pattern TERM = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"?)+");

    private static final Pattern NAME = Pattern.compile("^(\\p{L}[\\p{L}_-]*):(?!//)");

    public static final Query EVERYTHING = new Query("", List.of());

    /** One term. Without a field it may match anywhere. */
    public record Term(boolean wanted, Optional<Field> field, String value) {

        static Term of(String typed) {
            boolean wanted = !typed.startsWith("-") || typed.length() == 1;
            String term = (wanted ? typed : typed.substring(1)).replace("\"", "");
            Optional<Field> field = Field.before(term);
            String value = field.map(f -> term.substring(f.prefix().length())).orElse(term);
            return new Term(wanted, field, value.toLowerCase(Locale.ROOT));
        }

        /** The name before a colon that is no field's; empty for a field, a plain word and an address. */
        Optional<String> unknownField() {
            return field.isPresent()
                    ? Optional.empty()
                    : NAME.matcher(value).results().map(found -> found.group(1)).findFirst();
        }

        boolean matches(AgentTask task) {
            return wanted == finds(task);
        }

        /** Whether the task has the value, wanted or not. */
        boolean finds(AgentTask task) {
            Stream<String> texts = field.map(f -> f.of(task)).orElseGet(() -> Field.everything(task));
            return texts.anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(value));
        }
    }

    public static Query of(String typed) {
        List<Term> terms = TERM.matcher(typed.strip())
                .results()
                .map(found -> Term.of(found.group()))
                .filter(term -> !term.value().isEmpty())
                .toList();
        return new Query(typed.strip(), terms);
    }

    /** The first name before a colon that is no field's. */
    Optional<String> unknownField() {
        return terms.stream().flatMap(term -> term.unknownField().stream()).findFirst();
    }

    public boolean matches(AgentTask task) {
        return terms.stream().allMatch(term -> term.matches(task));
    }
}
