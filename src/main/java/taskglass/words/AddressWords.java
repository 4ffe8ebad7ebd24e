package taskglass.words;

import taskglass.task.ServerAddress;

/**
 * Explains why a typed text is not a server address. The explanation never repeats text that may contain a password.
 */
public final class AddressWords {
    private AddressWords() {}

    public static String of(ServerAddress.Fault fault) {
        return Words.of("address." + fault);
    }
}
