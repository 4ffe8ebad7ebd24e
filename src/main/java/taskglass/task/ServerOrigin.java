package taskglass.task;

/** Where a server is known from, so that the user sees why it is watched. */
public sealed interface ServerOrigin {
    /** The user named it. */
    record Named() implements ServerOrigin {}

    /** The user added it in the settings. */
    record Added() implements ServerOrigin {}

    /** It was started from this window, or taken over from a window that left it running. */
    record StartedHere() implements ServerOrigin {}

    /** Another Taskglass of this user started it and shares its password. */
    record Borrowed() implements ServerOrigin {}

    /** The demo, which runs inside this program. */
    record Demo() implements ServerOrigin {}

    /** OpenCode's background service wrote this file. */
    record ServiceFile(String file) implements ServerOrigin {}

    /** It answers on OpenCode's default port. */
    record DefaultPort() implements ServerOrigin {}

    /** It announces itself by that name on the local network. */
    record Announced(String name) implements ServerOrigin {}

    /** A process of this user listens there. The directory is the one it was started in, "" if unknown. */
    record Listener(long pid, String directory) implements ServerOrigin {}
}
