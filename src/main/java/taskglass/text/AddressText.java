package taskglass.text;

import taskglass.task.ServerAddress;

/**
 * Explains why a typed text is not a server address. The explanation never repeats text that may contain a password.
 */
public final class AddressText {
    private AddressText() {}

    public static String of(ServerAddress.Fault fault) {
        return Texts.of("address." + fault);
    }
}
