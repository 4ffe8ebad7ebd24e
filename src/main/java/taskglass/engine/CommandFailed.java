package taskglass.engine;

/** A command did not work; the message is a sentence for a person: what happened, and to which task or server. */
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandFailed(String sentence) {
        super(sentence);
    }
}
