package taskglass.task;

/** What stands between us and a server. Each is a state to show, with a way out, never a stack trace. */
public sealed interface Trouble {
    /** Of what a server says, and may say in megabytes, nobody reads more. */
    int LONGEST = 2000;

    /** Nothing answers there. */
    record NoAnswer(String detail) implements Trouble {
        public static final String IN_TIME = "no answer in time";

        public NoAnswer {
            detail = Cut.shortened(detail, LONGEST);
        }

        /** Whether something is there that may only be slow, or on its way up. */
        public boolean mayCome() {
            return detail.equals(IN_TIME);
        }
    }

    /** It wants a password, or another one than it was given. */
    record Unauthorised(boolean passwordGiven) implements Trouble {}

    /** Something answers, and it is not OpenCode; {@code seen} says what came instead. */
    record NotOpenCode(String seen) implements Trouble {
        public NotOpenCode {
            seen = Cut.shortened(seen, LONGEST);
        }
    }

    /** OpenCode answers, and it is too old to say what would have to be asked: 1.0, 1.1 and the first of 1.2. */
    record TooOld() implements Trouble {}

    /** OpenCode answered with an error, or with more than anybody can take in: this question has no answer. */
    record Refused(int status, String sentence) implements Trouble {
        public Refused {
            sentence = Cut.shortened(sentence, LONGEST);
        }
    }

    /** A person has said that it shall not be asked anything for the time being. */
    record Paused() implements Trouble {}

    /** Its password would travel in plain text, and nobody has agreed to that: nothing has been sent. */
    record PlainHttp() implements Trouble {}

    /** A server that was started from here has ended; the last lines that it printed, "" for none. */
    record Ended(String lastLines) implements Trouble {}
}
