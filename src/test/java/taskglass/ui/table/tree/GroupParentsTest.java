package taskglass.ui.table.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import taskglass.ui.table.tree.Grouping.Group;

class GroupParentsTest {
    @Test
    void aNameOfItsOwnNeedsNothingElse() {
        assertThat(parents("/srv/website", "/srv/cache")).containsExactly("", "");
    }

    @Test
    void twoEqualNamesAreDistinguishedByTheirFolders() {
        assertThat(parents("~/work/website", "~/old/website", "~/work/cache")).containsExactly("work", "old", "");
    }

    @Test
    void asMuchOfThePathAsItTakes() {
        assertThat(parents("/srv/a/src/web", "/srv/b/src/web", "/srv/b/old/web"))
                .containsExactly("a/src", "b/src", "old");
    }

    @Test
    void whereOnePathEndsLikeTheOtherItsWholeFolderTellsThemApart() {
        assertThat(parents("/web", "/src/web", "/srv/src/web")).containsExactly("/", "/src", "/srv/src");
    }

    private static List<String> parents(String... paths) {
        List<Group> groups = Arrays.stream(paths).map(GroupParentsTest::group).toList();
        GroupParents parents = new GroupParents(groups);
        return groups.stream().map(parents::of).toList();
    }

    private static Group group(String path) {
        int cut = path.lastIndexOf('/') + 1;
        return new Group(0, path.substring(cut), path.substring(0, cut));
    }
}
