package taskglass.ui.attention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import taskglass.ui.attention.DiffLine.Kind;

/** Which lines of a diff are shown, and as what. */
class DiffLineTest {
    private static final String ONE = """
        Index: /p/a.sql
        ===================================================================
        --- /p/a.sql
        +++ /p/a.sql
        @@ -1,2 +1,2 @@
        --- an old comment
        +-- a new comment
         select 1;
        """;

    @Test
    void whatStandsAboveTheFirstLinesIsLeftOut() {
        assertThat(DiffLine.of(ONE))
                .extracting(DiffLine::kind)
                .containsExactly(Kind.HUNK, Kind.REMOVED, Kind.ADDED, Kind.SAME);
    }

    @Test
    void aRemovedLineThatLooksLikeAHeadingIsShown() {
        assertThat(DiffLine.of(ONE)).contains(new DiffLine("--- an old comment", Kind.REMOVED));
    }

    @Test
    void amongSeveralFilesEachIsNamed() {
        assertThat(DiffLine.of(ONE + ONE.replace("a.sql", "b.sql")))
                .contains(new DiffLine("/p/a.sql", Kind.HUNK), new DiffLine("/p/b.sql", Kind.HUNK));
    }
}
