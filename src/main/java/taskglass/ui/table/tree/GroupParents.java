package taskglass.ui.table.tree;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import taskglass.ui.table.tree.Grouping.Group;

/** Tells groups of equal names apart: by as much of the end of their parent folders as it takes. */
final class GroupParents {
    private final Map<String, List<Group>> byName;

    GroupParents(Collection<Group> groups) {
        byName = groups.stream().collect(Collectors.groupingBy(Group::name));
    }

    /** Returns what tells the group apart; "" if no other has its name. */
    String of(Group group) {
        List<Group> others = byName.get(group.name()).stream()
                .filter(other -> !other.equals(group))
                .toList();
        String parent = withoutSlash(group.folder());
        if (others.isEmpty() || parent.isEmpty()) {
            return others.isEmpty() ? "" : group.folder();
        }
        int from = parent.length();
        String end;
        do {
            from = parent.lastIndexOf('/', from - 1);
            end = parent.substring(from + 1);
        } while (from > 0 && others.stream().anyMatch(endsWith(end)));
        return from > 0 ? end : parent;
    }

    private static Predicate<Group> endsWith(String end) {
        return other -> ("/" + withoutSlash(other.folder())).endsWith("/" + end);
    }

    private static String withoutSlash(String folder) {
        return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    }
}
