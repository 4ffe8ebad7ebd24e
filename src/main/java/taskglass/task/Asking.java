package taskglass.task;

import java.util.ArrayList;
import java.util.List;

/** What a request says in full: what a tool wants to do, or the questions that an agent has. */
public sealed interface Asking {
    Asking NO_MORE = new Permission("", Diff.NONE, Always.NONE);

    /**
     * May it do that?
     *
     * @param whole the command, file, URL or call with nothing left out, over as many lines as it takes
     * @param always what "always" would do
     */
    record Permission(String whole, Diff diff, Always always) implements Asking {}

    /**
     * What else the same agent might do unasked after "always", and for how long.
     *
     * @param patterns {@code *} for anything of the kind
     * @param stored whether the server keeps it for the project, over its restarts and before what is configured;
     *     otherwise it forgets it when it ends
     */
    record Always(List<String> patterns, boolean stored) {
        static final Always NONE = new Always(List.of(), false);
    }

    /**
     * The change that a tool wants to make, as a unified diff; "" where there is none to show.
     *
     * @param cut whether it goes on after that
     */
    record Diff(String text, boolean cut) {
        public static final Diff NONE = new Diff("", false);
    }

    /** Questions that are answered together, one after another. */
    record Questions(List<Inquiry> inquiries) implements Asking {
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
     * @param own whether an answer in one's own words is welcome
     * @param conditions it is asked only while the answers to questions before it meet them all
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

    /** One answer that is offered; its label is what is sent. */
    record Option(String label, String description) {}
}
