package taskglass.task.store;

/**
 * Limits on how much one poll reads, and on how many tasks are kept.
 *
 * @param newest number of sessions whose newest message is read, newest session first
 * @param whole number of viewed tasks whose whole latest run is read; one run may be megabytes
 * @param kept number of tasks that stay in the store, newest first, once more than these have settled
 */
public record ReadLimits(int newest, int whole, int kept) {
    /**
     * Limits for the window. Every row gets its outcome soon (about half a second on loopback), and a few long runs do
     * not delay news. A window stays open for weeks, so its memory must have a limit.
     */
    public static final ReadLimits WINDOW = new ReadLimits(100, 4, 10_000);

    /** Limits for the command line. What was asked for is read outside the polls; the polls pick up later changes. */
    public static final ReadLimits SHELL = new ReadLimits(3, 25, Integer.MAX_VALUE);
}
