package taskglass.words;

import taskglass.task.ServerAddress;

/** Why what was typed is no server's address, as a sentence for a person; it never repeats what may hold a password. */
public final class AddressWords {
    private AddressWords() {}

    public static String of(ServerAddress.Fault fault) {
        return Words.of("address." + fault);
    }
}
