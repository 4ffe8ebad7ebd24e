package taskglass.words;

import java.util.Set;
import java.util.stream.Collectors;
import taskglass.task.Listing;

/** The lists that a server keeps of a directory, by the names that a person knows them by. */
public final class ListWords {
    private ListWords() {}

    public static String of(Set<Listing.Told> lists) {
        return lists.stream().sorted().map(list -> Words.of("list." + list)).collect(Collectors.joining(", "));
    }
}
