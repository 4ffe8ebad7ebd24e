package taskglass.words;

import java.util.Set;
import java.util.stream.Collectors;
import taskglass.task.Listing;

/** Names the lists that a server keeps for a directory. */
public final class ListWords {
    private ListWords() {}

    public static String of(Set<Listing.Told> lists) {
        return lists.stream().sorted().map(list -> Words.of("list." + list)).collect(Collectors.joining(", "));
    }
}
