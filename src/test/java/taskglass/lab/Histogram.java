package taskglass.lab;

import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/** What is alive in this JVM's heap after it was cleaned: by class, how many objects and how many bytes. */
public record Histogram(Map<String, Alive> classes) {
    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");

    private static final Pattern WINDOWS = Pattern.compile("(javafx|com\\.sun\\.javafx|taskglass(?!\\.lab))\\..*");

    /** The objects of one class. */
    public record Alive(long objects, long bytes) {
        private static final Alive NONE = new Alive(0, 0);

        private Alive since(Alive before) {
            return new Alive(objects - before.objects, bytes - before.bytes);
        }

        private Alive plus(Alive more) {
            return new Alive(objects + more.objects, bytes + more.bytes);
        }
    }

    public static Histogram now() {
        String[] none = {};
        try {
            String text = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {none},
                            new String[] {String[].class.getName()});
            return new Histogram(text.lines()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .collect(Collectors.toMap(
                            line -> line.group(3),
                            line -> new Alive(Long.parseLong(line.group(1)), Long.parseLong(line.group(2))),
                            Alive::plus)));
        } catch (JMException e) {
            throw new AssertionError("this JVM does not count its objects", e);
        }
    }

    /** What there is more now. */
    public Histogram since(Histogram before) {
        Map<String, Alive> grown = new TreeMap<>();
        classes.forEach((name, alive) -> grown.put(name, alive.since(before.classes.getOrDefault(name, Alive.NONE))));
        return new Histogram(grown);
    }

    /** The classes of JavaFX and of ours, the lab aside, with at least so many objects, and how many these are. */
    public Map<String, Long> atLeast(long objects) {
        Map<String, Long> many = new TreeMap<>();
        classes.forEach((name, alive) -> {
            if (alive.objects >= objects && WINDOWS.matcher(name).matches()) {
                many.put(name, alive.objects);
            }
        });
        return many;
    }

    /** A table in Markdown of so many classes, those with the most bytes first. */
    public String markdown(int most) {
        Stream<String> rows = classes.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -entry.getValue().bytes))
                .limit(most)
                .map(entry -> "| `%s` | %d | %d |"
                        .formatted(entry.getKey(), entry.getValue().objects, entry.getValue().bytes));
        return rows.collect(Collectors.joining("\n", "| class | objects | bytes |\n|---|---:|---:|\n", ""));
    }
}
