package taskglass.ui.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.lab.Snapshot;

/** What the list of saved permissions shows, over a scripted server of 2.x. */
class SavedPermissionsTest extends PermissionsOverServer {
    @Test
    void theyAreListedByProject() {
        stored.save(PARSER, "shell", "make *");
        stored.save(PRINTER, "webfetch", "*");
        open();
        awaitTexts(PARSER, "make *");
        awaitTexts(PRINTER, "everything");
    }

    @Test
    void aProjectOfSeveralDirectoriesIsListedOnce() {
        stored.join(PRINTER, PARSER);
        stored.save(PARSER, "shell", "make *");
        open();
        awaitTexts(PARSER + " and 1 more directory");
        assertThat(texts().stream().filter("make *"::equals)).hasSize(1);
    }

    @Test
    void theFilterNarrowsThemByTheirWords() {
        stored.save(PARSER, "shell", "make *");
        stored.save(PARSER, "edit", "src/**");
        stored.save(PRINTER, "webfetch", "*");
        open();
        awaitTexts("make *", "src/**", "everything");
        filter("parser shell");
        assertThat(texts()).contains("make *").doesNotContain("src/**", "everything");
        filter("nobody");
        assertThat(texts()).contains("No saved permission matches “nobody”.");
        filter("");
        assertThat(texts()).contains("make *", "src/**", "everything");
    }

    @Test
    void aDirectoryThatHasGoneHidesNoOther() {
        stored.save(PRINTER, "webfetch", "*");
        stored.remove(PARSER);
        open();
        awaitTexts(PRINTER, "everything");
        assertThat(texts()).noneMatch(text -> text.contains("refused"));
    }

    @Test
    void nothingIsAskedBeforeItOpens() {
        assertThat(asked()).isEmpty();
        open();
        awaitTexts("Nothing is stored");
        assertThat(asked())
                .containsExactly(SAVED + "?location[directory]=" + PARSER, SAVED + "?location[directory]=" + PRINTER);
    }

    @Test
    void nothingMoreIsAskedOnceItIsClosed() {
        IntStream.range(0, 38).forEach(number -> server.agents().session("Session " + number, "/home/dev/" + number));
        server.dropStreams();
        awaitTasks(40);
        interact(() -> {
            dialog.opened();
            dialog.closed();
        });
        FxThread.until("the one that was under way is answered", () -> asked().size() == 1);
        interact(() -> {});
        assertThat(asked()).hasSize(1);
    }

    @Test
    void itIsPaintedInBothThemes() {
        stored.save(PARSER, "shell", "make *");
        stored.save(PARSER, "edit", "src/main/java/**");
        stored.save(PRINTER, "webfetch", "*");
        open();
        awaitTexts("everything");
        assertThat(Snapshot.of(scene, "saved-permissions-light")).isGreaterThan(20);
        interact(theme::toggle);
        assertThat(Snapshot.of(scene, "saved-permissions-dark")).isGreaterThan(20);
    }
}
