package taskglass.text;

import java.util.Set;
import java.util.stream.Collectors;
import taskglass.task.status.Listing;

/** Names the lists that a server keeps for a directory. */
public final class ListNames {
    private ListNames() {}

    public static String of(Set<Listing.DirectoryList> lists) {
        return lists.stream().sorted().map(list -> Texts.of("list." + list)).collect(Collectors.joining(", "));
    }
}
