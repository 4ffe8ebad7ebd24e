package taskglass.release;

/**
 * A release that the project has published.
 *
 * @param version such as 1.2.3
 * @param page its download page; "" while no release has been seen
 */
public record Release(String version, String page) {
    static final Release NONE = new Release("", "");
}
