package taskglass.programs;

/** A program could not be opened. */
public final class NotOpened extends Exception {
    private static final long serialVersionUID = 1;

    /** Why not. */
    public enum Why {
        /** The folder does not exist on this computer. */
        NO_FOLDER,
        /** None of the known programs is installed. */
        NONE_FOUND,
        /** The program that the user chose is not installed. */
        NOT_INSTALLED,
        /** The user's command cannot be split into words. */
        BAD_COMMAND,
        /** A name contains a character to which a Windows batch file gives a meaning. */
        UNSAFE_NAME,
        /** The operating system could not start it. */
        NOT_STARTED,
        /** It ended at once, with an error. */
        ENDED
    }

    private final Why why;
    private final String subject;
    private final String detail;

    /**
     * @param subject the program, command or folder
     * @param detail what the operating system says, or the exit status; "" for nothing
     */
    NotOpened(Why why, String subject, String detail) {
        super(why + " " + subject + " " + detail);
        this.why = why;
        this.subject = subject;
        this.detail = detail;
    }

    NotOpened(Why why, String subject) {
        this(why, subject, "");
    }

    public Why why() {
        return why;
    }

    public String subject() {
        return subject;
    }

    public String detail() {
        return detail;
    }
}
