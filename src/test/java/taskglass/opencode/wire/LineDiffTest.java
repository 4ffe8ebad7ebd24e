package taskglass.opencode.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import taskglass.lab.InLocale;

/** Unified diffs, as diff -u writes them. */
class LineDiffTest {
    @Test
    void aNewFileIsAllAdded() {
        assertThat(LineDiff.between("", "one\ntwo\n")).isEqualTo("@@ -0,0 +1,2 @@\n+one\n+two");
    }

    @Test
    void itsDigitsAreThoseThatPatchReads() {
        assertThat(InLocale.egypt(() -> LineDiff.between("", "one\ntwo\n"))).startsWith("@@ -0,0 +1,2 @@");
    }

    @Test
    void aDeletedFileIsAllRemoved() {
        assertThat(LineDiff.between("one\n", "")).isEqualTo("@@ -1,1 +0,0 @@\n-one");
    }

    @Test
    void aChangeStandsAmongThreeLinesOfContext() {
        String before = lines(1, 20);
        assertThat(LineDiff.between(before, before.replace("line 10\n", "line ten\n")))
                .isEqualTo("""
                    @@ -7,7 +7,7 @@
                     line 7
                     line 8
                     line 9
                    -line 10
                    +line ten
                     line 11
                     line 12
                     line 13\
                    """);
    }

    @Test
    void changesFarApartAreHunksOfTheirOwn() {
        String before = lines(1, 40);
        String after = before.replace("line 5\n", "").replace("line 30\n", "line 30\nmore\n");
        assertThat(LineDiff.between(before, after).lines().filter(line -> line.startsWith("@@")))
                .containsExactly("@@ -2,7 +2,6 @@", "@@ -28,6 +27,7 @@");
    }

    @Test
    void changesCloseTogetherShareAHunk() {
        String before = lines(1, 20);
        String after = before.replace("line 8\n", "").replace("line 12\n", "");
        assertThat(LineDiff.between(before, after).lines().filter(line -> line.startsWith("@@")))
                .containsExactly("@@ -5,11 +5,9 @@");
    }

    @Test
    void linesThatStayedInTheMiddleStay() {
        assertThat(LineDiff.between("a\nb\nc\n", "x\nb\ny\n")).isEqualTo("@@ -1,3 +1,3 @@\n-a\n+x\n b\n-c\n+y");
    }

    @Test
    void equalTextsDifferInNothing() {
        assertThat(LineDiff.between("a\nb", "a\nb")).isEmpty();
    }

    @Test
    void twoHugeTextsThatHaveLittleInCommonAreReplacedWhole() {
        String before = String.join("\n", Collections.nCopies(5000, "old"));
        String after = String.join("\n", Collections.nCopies(5000, "new"));
        assertThat(LineDiff.between(before, after).lines()).hasSize(10_001);
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    }
}
