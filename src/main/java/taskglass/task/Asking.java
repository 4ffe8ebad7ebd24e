package taskglass.task;

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
    record Questions(List<Inquiry> inquiries) implements Asking {}

    /**
     * One of the questions.
     *
     * @param multiple whether more than one option may be chosen
     * @param own whether an answer in one's own words is welcome
     */
    record Inquiry(String heading, String text, List<Option> options, boolean multiple, boolean own) {}

    /** One answer that is offered; its label is what is sent. */
    record Option(String label, String description) {}
}
