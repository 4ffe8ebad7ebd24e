package taskglass.task.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import taskglass.task.Activity;
import taskglass.task.request.Attention;

/** One fact behind a task's status. */
public sealed interface StatusReason {
    /** What a server or the user said or did. Each case has its own text. */
    enum Statement {
        FINISHED,
        ERROR_IN_MESSAGE,
        ERROR_OUTSIDE_MESSAGE,
        NEVER_BEGAN,
        DELETED,
        GONE,
        ABORTED,
        CANCELLED_HERE,
        REJECTED,
        NO_REASON_KEPT,
        DISMISSED,
        SHUT_DOWN,
        SUPERSEDED,
        INACTIVE,
        STOPPED_BY_SERVER,
        WANTED_TO_GO_ON,
        LEFT_UNFINISHED,
        OPENCODE_ENDED,
        OPENCODE_STOPPED,
        DIRECTORY_GONE,
        CANCEL_ASKED,
        STARTING,
        BUSY,
        WAS_BUSY,
        ELSEWHERE,
        BEING_READ,
        NOT_TOLD,
        NO_RUN
    }

    /** What was reported, with the server's own text ("" for none), and when. */
    record Fact(Statement statement, String detail, Instant at) implements StatusReason {}

    /** It waits for the user's answer. */
    record Asks(Attention request) implements StatusReason {}

    record Retries(Activity.Retrying retry) implements StatusReason {}

    /** It is running and has shown no sign of life for that long. */
    record Quiet(Duration silence) implements StatusReason {}

    /** It may be waiting for the user: its server refuses these lists, and its newest tool call has not ended. */
    record MayWait(Set<Listing.DirectoryList> refused) implements StatusReason {}

    /** Tool calls may have been missed, so their count is a lower bound. */
    record CallsMissed() implements StatusReason {}

    /** How the status is known. */
    record Known(Provenance provenance) implements StatusReason {}
}
