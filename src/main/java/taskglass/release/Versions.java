package taskglass.release;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders versions such as 1.2.3. 1.2.3-SNAPSHOT comes just before 1.2.3. */
final class Versions {
    private static final Pattern VERSION = Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(-.*)?");

    private Versions() {}

    /** Whether the one version comes after the other. False if either text is not a version. */
    static boolean isNewer(String one, String other) {
        Matcher left = VERSION.matcher(one);
        Matcher right = VERSION.matcher(other);
        return left.matches() && right.matches() && compare(left, right) > 0;
    }

    private static int compare(Matcher left, Matcher right) {
        for (int part = 1; part <= 3; part++) {
            int order = Integer.compare(Integer.parseInt(left.group(part)), Integer.parseInt(right.group(part)));
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(left.group(4) == null, right.group(4) == null);
    }
}
