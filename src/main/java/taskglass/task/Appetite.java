package taskglass.task;

/**
 * How much one poll reads at most of what is still to be read, and how much of it all is kept.
 *
 * @param newest sessions of which the newest message is read, newest session first
 * @param whole tasks that somebody looks at, of which the whole latest run is read: it may be megabytes
 * @param kept tasks that stay in the book when more than these have settled, newest first
 */
public record Appetite(int newest, int whole, int kept) {
    /**
     * Every row gets its outcome soon (about half a second on loopback), and a few runs do not hold up the news. A window
     * is open for weeks: what it takes must end somewhere.
     */
    public static final Appetite WINDOW = new Appetite(100, 4, 10_000);

    /** What was asked for is read beside the polls; they look after what changes meanwhile. */
    public static final Appetite SHELL = new Appetite(3, 25, Integer.MAX_VALUE);
}
