package taskglass.task;

/**
 * How much one poll reads at most of what is still to be read.
 *
 * @param newest sessions of which the newest message is read, newest session first
 * @param whole tasks that somebody looks at, of which the whole latest run is read: it may be megabytes
 */
public record Appetite(int newest, int whole) {
    /** Every row gets its outcome soon (about half a second on loopback), and a few runs do not hold up the news. */
    public static final Appetite WINDOW = new Appetite(100, 4);

    /** What was asked for is read by the page, all else by the way. */
    public static final Appetite SHELL = new Appetite(10, 25);
}
