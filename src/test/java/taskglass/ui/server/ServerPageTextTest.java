package taskglass.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.task.ServerId;
import taskglass.task.Trouble;
import taskglass.task.status.ServerHealth;
import taskglass.ui.frame.StatusStyle.Tone;
import taskglass.ui.server.ServerPageText.Kind;

class ServerPageTextTest {
    private static final ServerId HERE = new ServerId("http://127.0.0.1:4096");

    @Test
    void beforeTheFirstAnswerItConnects() {
        ServerPageText state = ServerPageText.of(new ServerHealth(HERE, Optional.empty(), Optional.empty(), false));

        assertThat(state.kind()).isEqualTo(Kind.CONNECTING);
        assertThat(state.body()).isEqualTo("Loading the tasks of 127.0.0.1:4096.");
    }

    @Test
    void nothingThatAnswersSaysWhereItLooked() {
        ServerPageText state = ServerPageText.of(troubled(HERE, new Trouble.NoAnswer("connection refused")));

        assertThat(state.kind()).isEqualTo(Kind.NOTHING_THERE);
        assertThat(state.body()).isEqualTo("Tried 127.0.0.1:4096: connection refused.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://build-host:4096", "http://127.0.0.1:4096", "http://localhost:4096"})
    void noAddressIsCalledHereForATunnelMayBeBehindIt(String url) {
        ServerId there = new ServerId(url);

        assertThat(ServerPageText.of(troubled(there, new Trouble.NoAnswer(""))).title())
                .isEqualTo("No OpenCode server at " + there.shortName());
    }

    @Test
    void aLockedServerIsNamed() {
        ServerPageText state = ServerPageText.of(troubled(HERE, new Trouble.Unauthorised(false)));

        assertThat(state.kind()).isEqualTo(Kind.LOCKED);
        assertThat(state.title()).isEqualTo("127.0.0.1:4096 needs a password");
        assertThat(state.warning()).isEmpty();
    }

    @Test
    void aWrongPasswordIsCalledWrong() {
        assertThat(ServerPageText.of(troubled(HERE, new Trouble.Unauthorised(true)))
                        .warning())
                .isEqualTo("The password was not accepted.");
    }

    @Test
    void aStrangerIsQuoted() {
        ServerPageText state = ServerPageText.of(troubled(HERE, new Trouble.NotOpenCode("an HTML page")));

        assertThat(state.kind()).isEqualTo(Kind.STRANGER);
        assertThat(state.box()).isEqualTo("an HTML page");
    }

    @Test
    void aServerThatIsTooOldSaysWhatToDo() {
        ServerPageText state = ServerPageText.of(troubled(HERE, new Trouble.TooOld()));

        assertThat(state.kind()).isEqualTo(Kind.TOO_OLD);
        assertThat(state.body())
                .isEqualTo("It cannot list the sessions of all directories; OpenCode 1.2.27 and later can."
                        + " Update it with “opencode upgrade”, restart it, then try again.");
    }

    @Test
    void aRefusalSaysStatusAndSentence() {
        ServerPageText state = ServerPageText.of(troubled(HERE, new Trouble.Refused(500, "database is locked")));

        assertThat(state.body()).contains("500");
        assertThat(state.box()).isEqualTo("database is locked");
    }

    @Test
    void theStatusBarNamesServerAndState() {
        ServerHealth live = new ServerHealth(HERE, Optional.of(Instant.EPOCH), Optional.empty(), true);

        assertThat(ServerText.of(live)).isEqualTo(new ServerText("127.0.0.1:4096", "live", Tone.SUCCESS));
        assertThat(ServerText.of(troubled(HERE, new Trouble.NoAnswer(""))).text())
                .isEqualTo("127.0.0.1:4096 · unreachable, retrying");
    }

    @Test
    void eventsThatNobodyKnowsAreCountedForWhoeverAsks() {
        assertThat(ServerText.unknown(Map.of())).isEmpty();
        assertThat(ServerText.unknown(Map.of("session.dreamt", 12L)))
                .isEqualTo("12 events are of a type that this version of Taskglass does not know: session.dreamt.");
    }

    private static ServerHealth troubled(ServerId server, Trouble trouble) {
        return new ServerHealth(server, Optional.empty(), Optional.of(trouble), false);
    }
}
