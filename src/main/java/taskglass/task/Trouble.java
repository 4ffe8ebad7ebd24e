package taskglass.task;

/** A problem with a server. Each is a state to show, with a remedy, never a stack trace. */
public sealed interface Trouble {
    /** The most characters that are kept of what a server says. */
    int LONGEST = 2000;

    /** Nothing answers there. */
    record NoAnswer(String detail) implements Trouble {
        public static final String IN_TIME = "no answer in time";

        public NoAnswer {
            detail = TextCut.shortened(detail, LONGEST);
        }

        /** Whether something is there that may only be slow or starting. */
        public boolean mayCome() {
            return detail.equals(IN_TIME);
        }
    }

    /** It requires a password, or a different one. */
    record Unauthorised(boolean passwordGiven) implements Trouble {}

    /** Something other than OpenCode answers. {@code seen} says what was received instead. */
    record NotOpenCode(String seen) implements Trouble {
        public NotOpenCode {
            seen = TextCut.shortened(seen, LONGEST);
        }
    }

    /** OpenCode answers, but is too old to support the required requests: 1.0, 1.1 and early 1.2. */
    record TooOld() implements Trouble {}

    /** OpenCode answered with an error, or with more data than can be processed. This question has no answer. */
    record Refused(int status, String sentence) implements Trouble {
        public Refused {
            sentence = TextCut.shortened(sentence, LONGEST);
        }
    }

    /** The user has paused it: it is not asked anything for the time being. */
    record Paused() implements Trouble {}

    /** Its password would travel in plain text, and the user has not agreed to that. Nothing has been sent. */
    record PlainHttp() implements Trouble {}

    /** A server that was started from here has ended. Contains the last lines that it printed, "" for none. */
    record Ended(String lastLines) implements Trouble {}
}
