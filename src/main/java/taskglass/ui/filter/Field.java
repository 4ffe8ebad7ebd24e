package taskglass.ui.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import taskglass.task.ModelRef;
import taskglass.task.status.AgentTask;
import taskglass.text.FolderName;
import taskglass.text.ReasonText;
import taskglass.text.ServerNames;
import taskglass.text.Texts;

/** A field that a filter term can name before a colon. The names are the same in every language. */
public enum Field {
    AGENT,
    PROJECT,
    STATUS,
    MODEL,
    SERVER;

    /** The field as it is typed, with its colon. */
    String prefix() {
        return name().toLowerCase(Locale.ROOT) + ":";
    }

    static Optional<Field> before(String term) {
        return Arrays.stream(values())
                .filter(field -> term.regionMatches(
                        true, 0, field.prefix(), 0, field.prefix().length()))
                .findFirst();
    }

    /** The values of a task in this field. Any of them may match. */
    Stream<String> of(AgentTask task) {
        return switch (this) {
            case AGENT -> task.session().assignment().agent().stream();
            case PROJECT -> Stream.of(task.session().directory());
            case STATUS -> Stream.of(task.status().name().replace('_', '-'), Texts.of("status." + task.status()));
            case MODEL -> task.session().assignment().model().map(ModelRef::toString).stream();
            case SERVER ->
                Stream.of(
                                ServerNames.of(task.key().server()),
                                task.key().server().shortName())
                        .distinct();
        };
    }

    /** The completions from this task, each as one word as it would be typed. */
    Stream<String> suggested(AgentTask task) {
        return switch (this) {
            case PROJECT -> Stream.of(new FolderName(task.session().directory()).name());
            case STATUS -> Stream.of(task.status().name().replace('_', '-').toLowerCase(Locale.ROOT));
            case AGENT, MODEL -> of(task);
            case SERVER -> Stream.of(task.key().server().shortName());
        };
    }

    /** All texts that a term without a field searches. */
    static Stream<String> everything(AgentTask task) {
        return Stream.concat(
                Stream.of(
                        task.name(),
                        task.session().title(),
                        task.key().session(),
                        task.backgroundId(),
                        ReasonText.of(task)),
                Arrays.stream(values()).flatMap(field -> field.of(task)));
    }
}
