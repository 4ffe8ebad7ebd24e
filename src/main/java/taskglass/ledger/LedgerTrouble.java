package taskglass.ledger;

import java.nio.file.Path;

/**
 * Why nothing is written to the ledger at the moment, or ever, in this process.
 *
 * @param detail for {@code SET_ASIDE} where the unreadable file is now; otherwise the system's or SQLite's own words
 */
public record LedgerTrouble(Kind kind, Path file, String detail) {
    /** The cases that a person can tell apart. */
    public enum Kind {
        /** The disk is full. Writing is tried again. */
        DISK_FULL,
        /** The file or its folder cannot be written to. Writing is tried again. */
        NOT_WRITABLE,
        /** Another program holds the file. Writing is tried again. */
        LOCKED,
        /** The file is not a database, or is damaged. It was set aside, and a new one was begun. */
        SET_ASIDE,
        /** A newer Taskglass wrote the file. It stays as it is. */
        NEWER,
        /** SQLite's library cannot be loaded. */
        NO_LIBRARY,
        /** Anything else. Writing is tried again. */
        OTHER
    }

    /** Whether this process will never write to the file. */
    boolean isFinal() {
        return kind == Kind.NEWER || kind == Kind.NO_LIBRARY;
    }

    /** What happened and what to do, in English, for a terminal. */
    public String english() {
        return switch (kind) {
            case DISK_FULL -> notUpdated("the disk is full. Free some space; Taskglass tries again");
            case NOT_WRITABLE -> notUpdated("the file cannot be written to. Check its permissions (" + detail + ")");
            case LOCKED -> notUpdated("another program has locked it. Taskglass tries again");
            case SET_ASIDE -> "The history could not be read. It was kept as " + detail + ", and a new one begins.";
            case NEWER ->
                "The history in " + file
                        + " was written by a newer Taskglass, so this one neither reads nor changes it."
                        + " Update Taskglass.";
            case NO_LIBRARY -> "No history is kept, because SQLite could not be loaded: " + detail + ".";
            case OTHER -> "The history in " + file + " is not updated: " + detail + ".";
        };
    }

    private String notUpdated(String why) {
        return "The history in " + file + " is not updated, because " + why + ".";
    }
}
