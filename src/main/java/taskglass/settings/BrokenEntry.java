package taskglass.settings;

/**
 * A server in the settings that cannot be used.
 *
 * @param position its position, from 1
 * @param name its name, or else its URL unless that may contain a password, "" if it has neither
 */
public record BrokenEntry(int position, String name, Fault fault) {
    /** What is wrong with it. */
    public enum Fault {
        NO_OBJECT,
        NO_URL,
        BAD_URL,
        /** Its URL contains a user or a password. */
        PASSWORD,
        TWICE,
        NO_NAME,
        BAD_COLOUR,
        BAD_FIELD
    }
}
