package taskglass.task;

import java.util.List;

/** The full content of a request: what a tool wants to do, or the questions an agent asks. */
public sealed interface Asking {
    Asking NO_MORE = new Permission("", Diff.NONE, Always.NONE);

    /**
     * A request for permission.
     *
     * @param whole the complete command, file, URL or call, on as many lines as needed
     * @param always what "always" would allow
     */
    record Permission(String whole, Diff diff, Always always) implements Asking {}

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
    record Questions(List<Inquiry> inquiries) implements Asking {}

    /**
     * One of the questions.
     *
     * @param multiple whether more than one option may be chosen
     * @param own whether a free-text answer is accepted
     */
    record Inquiry(String heading, String text, List<Option> options, boolean multiple, boolean own) {}

    /** One offered answer. Its label is what is sent. */
    record Option(String label, String description) {}
}
