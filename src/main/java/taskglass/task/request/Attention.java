package taskglass.task.request;

import java.time.Instant;

/**
 * A permission request or question that waits for the user.
 *
 * @param id the server's id of the request
 * @param topic the permission's name ({@code edit}, {@code bash}, {@code doom_loop} …), or the question's heading
 * @param detail the subject: the command, file or URL, or the question itself; "" if the request has none
 * @param asking its full content, for the user who is about to answer
 */
public record Attention(String id, Kind kind, String topic, String detail, RequestContent asking, Standing standing) {
    public enum Kind {
        PERMISSION,
        QUESTION
    }

    /**
     * The current state of a request.
     *
     * @param since when it first became known; {@link Instant#EPOCH} before the store has accepted it
     * @param learnt store revision at which the state of the answer last changed
     */
    public record Standing(Instant since, AnswerState answering, long learnt) {
        static final Standing NEW = new Standing(Instant.EPOCH, new AnswerState.Open(), 0);
    }

    /** Creates a request as the server reports it, without an answer. */
    public Attention(String id, Kind kind, String topic, String detail, RequestContent requestContent) {
        this(id, kind, topic, detail, requestContent, Standing.NEW);
    }

    /** Creates a request without further content. */
    public Attention(String id, Kind kind, String topic, String detail) {
        this(id, kind, topic, detail, RequestContent.NO_MORE);
    }

    public Instant since() {
        return standing.since();
    }

    public AnswerState answering() {
        return standing.answering();
    }

    /** Returns the request as seen from a directory: a file inside it is shown by its relative path. */
    public Attention within(String directory) {
        String root = directory + "/";
        return detail.startsWith(root)
                ? new Attention(id, kind, topic, detail.substring(root.length()), asking, standing)
                : this;
    }

    /** Updates the request. The version with more text wins, and the state of the answer stays. */
    public Attention updatedBy(Attention newer) {
        boolean more = newer.weight() > weight();
        return more ? new Attention(id, newer.kind, newer.topic, newer.detail, newer.asking, standing) : this;
    }

    private int weight() {
        return topic.length() + detail.length() + asking.toString().length();
    }

    public Attention firstKnown(Instant when) {
        return with(new Standing(when, answering(), standing.learnt()));
    }

    public Attention answering(AnswerState now, long revision) {
        return with(new Standing(since(), now, revision));
    }

    /**
     * Notes that a listing asked for at that revision still contains the request. If the server had accepted an answer
     * by then, it has ignored it.
     */
    public Attention listed(long asked) {
        boolean ignored = answering() instanceof AnswerState.Taken && standing.learnt() <= asked;
        return ignored ? answering(new AnswerState.Ignored(), asked) : this;
    }

    private Attention with(Standing now) {
        return new Attention(id, kind, topic, detail, asking, now);
    }
}
