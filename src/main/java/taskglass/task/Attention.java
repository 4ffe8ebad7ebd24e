package taskglass.task;

import java.time.Instant;

/**
 * A permission request or a question that waits for a person.
 *
 * @param id the server's id of the request
 * @param topic the permission's name ({@code edit}, {@code bash}, {@code doom_loop} …), or the question's heading
 * @param detail what it is about: the command, file or URL, or the question itself; "" when it did not say
 * @param asking all that it says, for whoever is about to answer
 */
public record Attention(String id, Kind kind, String topic, String detail, Asking asking, Standing standing) {
    public enum Kind {
        PERMISSION,
        QUESTION
    }

    /**
     * How it stands by now.
     *
     * @param since when it was first known; {@link Instant#EPOCH} before the book has taken it in
     * @param learnt revision of the book at which it was last learnt how the answer stands
     */
    public record Standing(Instant since, Answering answering, long learnt) {
        static final Standing NEW = new Standing(Instant.EPOCH, new Answering.Open(), 0);
    }

    /** A request as its server tells it, which nobody has answered yet. */
    public Attention(String id, Kind kind, String topic, String detail, Asking asking) {
        this(id, kind, topic, detail, asking, Standing.NEW);
    }

    /** A request that says no more than that. */
    public Attention(String id, Kind kind, String topic, String detail) {
        this(id, kind, topic, detail, Asking.NO_MORE);
    }

    public Instant since() {
        return standing.since();
    }

    public Answering answering() {
        return standing.answering();
    }

    /** The same as seen from a directory: a file in it goes by its path from there. */
    Attention within(String directory) {
        String root = directory + "/";
        return detail.startsWith(root)
                ? new Attention(id, kind, topic, detail.substring(root.length()), asking, standing)
                : this;
    }

    /** The same request told anew: what a listing says in more words stays, how it stands does, too. */
    Attention retold(Attention told) {
        boolean more = told.words() > words();
        return more ? new Attention(id, told.kind, told.topic, told.detail, told.asking, standing) : this;
    }

    private int words() {
        return topic.length() + detail.length() + asking.toString().length();
    }

    Attention firstKnown(Instant when) {
        return with(new Standing(when, answering(), standing.learnt()));
    }

    Attention answering(Answering now, long revision) {
        return with(new Standing(since(), now, revision));
    }

    /** Named by a listing that was asked for at that revision: whoever had taken the answer by then has ignored it. */
    Attention listed(long asked) {
        boolean ignored = answering() instanceof Answering.Taken && standing.learnt() <= asked;
        return ignored ? answering(new Answering.Ignored(), asked) : this;
    }

    private Attention with(Standing now) {
        return new Attention(id, kind, topic, detail, asking, now);
    }
}
