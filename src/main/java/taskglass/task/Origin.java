package taskglass.task;

/** Where a server is known from, so that a person sees why it is watched. */
public sealed interface Origin {
    /** A person named it. */
    record Named() implements Origin {}

    /** A person added it to the settings. */
    record Added() implements Origin {}

    /** It was started from this window, or taken over from one that left it running. */
    record StartedHere() implements Origin {}

    /** Another Taskglass of this user started it, and lends its password. */
    record Borrowed() implements Origin {}

    /** It is the demo, which runs in this program. */
    record Demo() implements Origin {}

    /** OpenCode's background service wrote this file. */
    record ServiceFile(String file) implements Origin {}

    /** It answers where OpenCode listens when nothing else is asked for. */
    record DefaultPort() implements Origin {}

    /** It announces itself by that name in the local network. */
    record Announced(String name) implements Origin {}

    /** A process of this user's listens there; the directory is the one it was started in, "" where nobody can tell. */
    record Listener(long pid, String directory) implements Origin {}
}
