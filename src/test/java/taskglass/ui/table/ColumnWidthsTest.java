package taskglass.ui.table;

import static org.assertj.core.api.Assertions.assertThat;
import static taskglass.ui.table.tree.Column.AGENT;
import static taskglass.ui.table.tree.Column.COST;
import static taskglass.ui.table.tree.Column.ELAPSED;
import static taskglass.ui.table.tree.Column.MODEL;
import static taskglass.ui.table.tree.Column.PROGRESS;
import static taskglass.ui.table.tree.Column.PROJECT;
import static taskglass.ui.table.tree.Column.STATUS;
import static taskglass.ui.table.tree.Column.TASK;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.lab.FxThread;
import taskglass.text.QuietText;
import taskglass.ui.frame.TextWidth;
import taskglass.ui.table.tree.Column;

/** How the width of the table is divided, in windows of all sizes, also larger than any screen of a test. */
class ColumnWidthsTest {
    private static final List<Column> USUAL =
            Arrays.stream(Column.values()).filter(Column::usual).toList();

    /** The table of the first window, beside the details. */
    private static final double FIRST = 907;

    private static final double INDENT = 20;
    private static final double PADDING = 16;

    private final Map<Column, Double> chosen = new EnumMap<>(Column.class);
    private final ColumnWidths widths = new ColumnWidths(FxThread.ask(ColumnLimits::all), chosen);

    @ParameterizedTest
    @ValueSource(doubles = {520, 630, 700, 885, 990, 1250, 1590, 1910, 3830})
    void theRoomIsUsedToTheLastPixelAndNoTitleGetsLessThanItsShare(double room) {
        Map<Column, Double> given = given(room);
        assertThat(given.values().stream().mapToDouble(width -> width).sum()).isEqualTo(room);
        assertThat(given.get(TASK)).isGreaterThanOrEqualTo(240);
        assertThat(given.get(PROGRESS)).isGreaterThanOrEqualTo(132);
    }

    @Test
    void besideTheDetailsOfTheFirstWindowAllUsualColumnsAreThereAndATitleOfFortyCharactersFits() {
        assertThat(given(FIRST)).containsOnlyKeys(USUAL);
        double title = FxThread.ask(() -> TextWidth.ofCell("Review the pull request about pagination"));
        assertThat(given(FIRST).get(TASK)).isGreaterThan(title + INDENT + PADDING);
    }

    @Test
    void besideTheDetailsOfTheFirstWindowThereIsRoomForTheBarAndTheCalls() {
        double calls = FxThread.ask(() -> TextWidth.ofCell("2/5 · 30 calls…"));
        double dotAndBar = 12 + 46;
        assertThat(given(FIRST).get(PROGRESS)).isGreaterThanOrEqualTo(dotAndBar + calls + PADDING);
    }

    @Test
    void titlesGrowBeforeAllOthers() {
        Map<Column, Double> narrow = given(700);
        Map<Column, Double> wider = given(710);
        assertThat(wider.get(TASK)).isEqualTo(narrow.get(TASK) + 10);
    }

    @Test
    void projectCostAndAgentGoInThisOrderBeforeATitleOfFortyCharactersIsCut() {
        assertThat(gone(FIRST - 40)).containsExactlyInAnyOrder(PROJECT);
        assertThat(gone(FIRST - 110)).containsExactlyInAnyOrder(PROJECT, COST);
        assertThat(gone(FIRST - 190)).containsExactlyInAnyOrder(PROJECT, COST, AGENT);
    }

    @Test
    void elapsedAndProgressGoBeforeATitleGetsLessThanItsMinimum() {
        assertThat(gone(530)).contains(ELAPSED).doesNotContain(PROGRESS);
        assertThat(gone(400)).contains(ELAPSED, PROGRESS);
        assertThat(given(400).get(TASK)).isGreaterThanOrEqualTo(240);
    }

    @Test
    void besideTheDetailsOfASmallWindowATitleOfThirtyCharactersFits() {
        double small = 900 - 360 - 6 - 12;
        double title = FxThread.ask(() -> TextWidth.ofCell("Translate the manual into German"));
        assertThat(given(small).get(TASK)).isGreaterThan(title + INDENT + PADDING);
        double dotAndCalls = 12 + FxThread.ask(() -> TextWidth.ofCell("2/5 · 30 calls…"));
        assertThat(given(small).get(PROGRESS)).isGreaterThanOrEqualTo(dotAndCalls + PADDING);
    }

    @Test
    void besideTheDetailsOfTheNarrowestWindowStatusLosesItsWordsAndTaskKeepsItsMinimum() {
        Map<Column, Double> narrowest = given(640 - 360 - 6 - 12);
        assertThat(narrowest).containsOnlyKeys(STATUS, TASK);
        assertThat(narrowest.get(TASK)).isEqualTo(240);
        assertThat(narrowest.get(STATUS)).isGreaterThanOrEqualTo(ColumnWidths.ICONS);
        assertThat(given(740 - 360 - 6 - 12).get(STATUS))
                .isGreaterThanOrEqualTo(widths.limits().get(STATUS).narrow());
    }

    @Test
    void aQuietStatusIsNotCut() {
        double quiet = FxThread.ask(() -> TextWidth.ofCell(QuietText.of(Duration.ofMinutes(58))));
        double icon = 24;
        assertThat(given(FIRST).get(STATUS)).isGreaterThanOrEqualTo(quiet + icon + PADDING);
    }

    @Test
    void whatIsHappeningGetsRoomBeforeShortContentGetsMoreThanItNeeds() {
        Map<Column, Double> whole = given(1280 - 12);
        assertThat(whole.get(PROGRESS)).isGreaterThan(300);
        assertThat(whole.get(AGENT)).isLessThan(130);
    }

    @Test
    void aColumnThatIsSwitchedOnInAFullTableTakesTheRoomOfOthers() {
        List<Column> more = new ArrayList<>(USUAL);
        more.add(MODEL);
        assertThat(widths.fitting(more, 620)).doesNotContain(AGENT, COST, PROJECT);
        assertThat(widths.fitting(more, 620, Optional.of(MODEL)))
                .contains(MODEL, PROGRESS)
                .doesNotContain(ELAPSED);
        assertThat(widths.fitting(more, 440, Optional.of(MODEL))).containsOnly(STATUS, TASK);
    }

    @Test
    void onAVeryWideScreenTitlesAndProgressShareWhatIsLeft() {
        Map<Column, Double> wide = given(3830);
        assertThat(wide.get(TASK)).isGreaterThan(1400);
        assertThat(wide.get(PROGRESS)).isGreaterThan(1200);
        assertThat(wide.get(STATUS)).isLessThan(160);
        assertThat(wide.get(AGENT)).isLessThan(160);
    }

    @Test
    void aWidthThatAPersonChoseStaysInWiderWindows() {
        chosen.put(AGENT, 200.0);
        assertThat(given(FIRST + 200).get(AGENT)).isEqualTo(200);
        assertThat(given(3830).get(AGENT)).isEqualTo(200);
    }

    @Test
    void aTitleThatWasMadeWideLeavesTheRestToProgress() {
        chosen.put(TASK, 500.0);
        assertThat(given(1910).get(TASK)).isEqualTo(500);
        assertThat(given(1910).get(PROGRESS)).isGreaterThan(600);
    }

    @Test
    void withBothMadeWideTheTitleTakesTheRest() {
        chosen.put(TASK, 400.0);
        chosen.put(PROGRESS, 300.0);
        assertThat(given(1910).get(PROGRESS)).isEqualTo(300);
        assertThat(given(1910).values().stream().mapToDouble(width -> width).sum())
                .isEqualTo(1910);
    }

    private Map<Column, Double> given(double room) {
        return widths.of(widths.fitting(USUAL, room), room);
    }

    private Set<Column> gone(double room) {
        Set<Column> gone = EnumSet.copyOf(USUAL);
        gone.removeAll(widths.fitting(USUAL, room));
        return gone;
    }
}
