package taskglass.ui.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import taskglass.task.ModelRef;
import taskglass.task.status.AgentTask;
import taskglass.task.store.ReadNeeds;
import taskglass.text.FolderName;
import taskglass.text.ReasonText;
import taskglass.text.ServerNames;
import taskglass.text.Texts;

/** A field that a filter term can name before a colon. The names are the same in every language. */
public enum Field {
    AGENT,
    PROJECT,
    STATUS,
    IS,
    MODEL,
    SERVER;

    /** The field as it is typed, with its colon. */
    String prefix() {
        return name().toLowerCase(Locale.ROOT) + ":";
    }

    /** All fields as they are typed: "agent:, project:, …". */
    static String all() {
        return Arrays.stream(values()).map(Field::prefix).collect(Collectors.joining(", "));
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
            case STATUS -> statuses(task);
            case IS -> segments(task);
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
            case STATUS -> Stream.of(statuses(task).findFirst().orElseThrow().toLowerCase(Locale.ROOT));
            case IS -> segments(task).limit(1);
            case AGENT, MODEL -> of(task);
            case SERVER -> Stream.of(task.key().server().shortName());
        };
    }

    private static Stream<String> statuses(AgentTask task) {
        return ReadNeeds.statusUnread(task)
                ? Stream.of("unread", Texts.of("status.unread"))
                : Stream.of(task.status().name().replace('_', '-'), Texts.of("status." + task.status()));
    }

    /** The segment of the task, as it is typed and in the words of the window; none for a task that was never at work. */
    private static Stream<String> segments(AgentTask task) {
        return Stream.of(Segment.of(task.status()))
                .filter(segment -> segment != Segment.ALL)
                .flatMap(segment -> Stream.of(segment.id(), Texts.of("filter." + segment)));
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
                Arrays.stream(values()).filter(field -> field != IS).flatMap(field -> field.of(task)));
    }
}
