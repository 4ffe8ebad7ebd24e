package taskglass.ui.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;

/** How saved permissions are revoked, over a scripted server of 2.x. */
class RevokedPermissionsTest extends PermissionsOverServer {
    @Test
    void whatIsRevokedGoesFromTheServerAndFromTheList() {
        String rule = stored.save(PARSER, "shell", "make *");
        open();
        awaitTexts("make *");
        interact(() -> ((Button) dialog.root().lookup(".permission-project .button")).fire());
        awaitTexts("Nothing is stored");
        assertThat(server.posted()).contains("DELETE " + SAVED + "/" + rule + " {}");
    }

    @Test
    void afterARevokeTheFocusIsOnTheNextRowAndAtLastInTheFilter() {
        stored.save(PARSER, "shell", "make *");
        stored.save(PARSER, "edit", "src/**");
        open();
        awaitTexts("make *", "src/**");
        interact(() -> revokeButtons().getFirst().requestFocus());
        interact(() -> revokeButtons().getFirst().fire());
        FxThread.until("one is left", () -> revokeButtons().size() == 1);
        assertThat(FxThread.ask(scene::getFocusOwner)).isEqualTo(revokeButtons().getFirst());
        interact(() -> revokeButtons().getFirst().fire());
        awaitTexts("Nothing is stored");
        assertThat(FxThread.ask(scene::getFocusOwner)).isEqualTo(dialog.filter());
    }

    @Test
    void allOfAProjectAreRevokedAtOnceAfterAQuestion() {
        stored.save(PARSER, "shell", "make *");
        stored.save(PARSER, "edit", "src/**");
        stored.save(PRINTER, "webfetch", "*");
        open();
        awaitTexts("make *", "src/**", "everything");
        answer = false;
        interact(() -> revokeAll().fire());
        assertThat(questions)
                .containsExactly("Revoke both permissions for " + PARSER + "? Agents ask again afterward.");
        assertThat(texts()).contains("make *", "src/**");
        answer = true;
        interact(() -> revokeAll().fire());
        FxThread.until(
                "those of the other project are left",
                () -> !texts().contains("make *") && !texts().contains("src/**"));
        assertThat(texts()).contains("everything");
    }

    @Test
    void whatIsGoneAlreadyIsSaidAndTheRestStays() {
        String rule = stored.save(PARSER, "shell", "make *");
        open();
        awaitTexts("make *");
        stored.take(rule);
        interact(() -> ((Button) dialog.root().lookup(".permission-project .button")).fire());
        awaitTexts("refused (404)");
    }
}
