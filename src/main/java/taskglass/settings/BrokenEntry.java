package taskglass.settings;

/**
 * A server in the settings that cannot be used.
 *
 * @param position where it stands, from 1
 * @param name what it is called, else its URL unless that may hold a password, "" where it has neither
 */
public record BrokenEntry(int position, String name, Fault fault) {
    /** What is wrong with it. */
    public enum Fault {
        NO_OBJECT,
        NO_URL,
        BAD_URL,
        /** Its URL holds a user or a password. */
        PASSWORD,
        TWICE,
        NO_NAME,
        BAD_COLOUR,
        BAD_FIELD
    }
}
