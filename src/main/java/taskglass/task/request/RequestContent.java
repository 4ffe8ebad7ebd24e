package taskglass.task.request;

import java.util.ArrayList;
import java.util.List;

/** The full content of a request: what a tool wants to do, or the questions an agent asks. */
public sealed interface RequestContent {
    RequestContent NO_MORE = new Permission("", Diff.NONE, Always.NONE);

    /**
     * A request for permission.
     *
     * @param whole the complete command, file, URL or call, on as many lines as needed
     * @param always what "always" would allow
     */
    record Permission(String whole, Diff diff, Always always) implements RequestContent {}

    /**
     * What else the same agent could do unasked after "always", and for how long.
     *
     * @param patterns {@code *} for anything of the kind
     * @param stored whether the server stores it for the project. It then survives restarts and takes precedence over
     *     the configuration. Otherwise the server forgets it when it ends.
     */
    record Always(List<String> patterns, boolean stored) {
        static final Always NONE = new Always(List.of(), false);
    }

    /**
     * The change a tool wants to make, as a unified diff; "" if the request has none.
     *
     * @param cut whether the diff is truncated
     */
    record Diff(String text, boolean cut) {
        public static final Diff NONE = new Diff("", false);
    }

    /** Questions that are answered together, one after another. */
    record Questions(List<Inquiry> inquiries) implements RequestContent {
        /** The answers without those to questions that are not asked then: they are empty. */
        public List<List<String>> asked(List<List<String>> answers) {
            List<List<String>> asked = new ArrayList<>();
            for (int place = 0; place < answers.size(); place++) {
                asked.add(asks(place, asked) ? answers.get(place) : List.of());
            }
            return asked;
        }

        /** Whether that question is asked, after these answers to all before it that are asked. */
        public boolean asks(int place, List<List<String>> asked) {
            return inquiries.get(place).conditions().stream()
                    .allMatch(condition ->
                            condition.question() < place && condition.holds(asked.get(condition.question())));
        }
    }

    /**
     * One of the questions.
     *
     * @param multiple whether more than one option may be chosen
     * @param own whether a free-text answer is accepted
     * @param conditions the question is asked only while the answers to earlier questions meet all of them
     */
    record Inquiry(
            String heading,
            String text,
            List<Option> options,
            boolean multiple,
            boolean own,
            List<Condition> conditions) {
        /** One that is asked in any case. */
        public Inquiry(String heading, String text, List<Option> options, boolean multiple, boolean own) {
            this(heading, text, options, multiple, own, List.of());
        }
    }

    /**
     * What is to be, or not to be, among the answers to another question; where that is not answered, neither holds.
     *
     * @param question the place of that question among all
     */
    record Condition(int question, boolean chosen, String answer) {
        private boolean holds(List<String> given) {
            return !given.isEmpty() && given.contains(answer) == chosen;
        }
    }

    /** One offered answer. Its label is what is sent. */
    record Option(String label, String description) {}
}
