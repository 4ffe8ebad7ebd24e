package taskglass.lab;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The directories of an {@link OpenCode2}: which are missing, which it was made to load, and how far it is with that. */
final class OpenCode2Places {
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private final List<String> loaded = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private volatile int emptyFirst = 1;

    void remove(String directory) {
        missing.add(directory);
    }

    boolean isMissing(String directory) {
        return missing.contains(directory);
    }

    void load(String directory) {
        loaded.add(directory);
    }

    /** All that any request named, which starts the project that is there. */
    Set<String> loaded() {
        return new HashSet<>(loaded);
    }

    /** So many first answers of each list of a directory are empty. */
    void emptyFirst(int answers) {
        emptyFirst = answers;
    }

    boolean isLoading(String list, String directory) {
        return asked.merge(list + " " + directory, 1, Integer::sum) <= emptyFirst;
    }
}
