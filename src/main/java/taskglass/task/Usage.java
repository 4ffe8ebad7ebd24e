package taskglass.task;

/** The usage of work, as the server counts it: tokens read and written by the model, and their price in dollars. */
public record Usage(long tokensIn, long tokensOut, double cost) {
    public static final Usage NONE = new Usage(0, 0, 0);

    public Usage plus(Usage other) {
        return new Usage(tokensIn + other.tokensIn, tokensOut + other.tokensOut, cost + other.cost);
    }

    /** Of two states of one message, returns the one with the higher usage, because usage only grows. */
    public Usage later(Usage other) {
        return other.tokensIn + other.tokensOut >= tokensIn + tokensOut ? other : this;
    }
}
