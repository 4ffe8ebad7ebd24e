package taskglass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.settings.ServerList;

/** The command line and the environment that comes with it. */
class ArgumentsTest {
    private final Arguments arguments = new Arguments(ServerList::none);
    private final StringWriter errors = new StringWriter();

    @Test
    void withoutAServerNoneIsNamed() {
        parse();
        assertThat(urls(Map.of())).isEmpty();
    }

    @Test
    void severalServersAreWatchedInTheirOrder() {
        parse("--server", "http://one:1/", "--server=https://two:2");
        assertThat(urls(Map.of())).containsExactly("http://one:1", "https://two:2");
    }

    @Test
    void thePasswordComesFromOpenCodesVariables() {
        parse("--server", "http://one:1");
        Map<String, String> environment =
                Map.of("OPENCODE_SERVER_PASSWORD", "secret", "OPENCODE_SERVER_USERNAME", "me");
        assertThat(arguments.endpoints(environment, List.of()).getFirst().credentials())
                .contains(new Credentials("me", "secret"));
    }

    @Test
    void thePasswordOfOpenCode2GoesBeforeTheOldName() {
        parse("--server", "http://one:1");
        Map<String, String> environment = Map.of("OPENCODE_PASSWORD", "new", "OPENCODE_SERVER_PASSWORD", "old");
        assertThat(arguments.endpoints(environment, List.of()).getFirst().credentials())
                .contains(new Credentials("opencode", "new"));
    }

    @Test
    void theUserIsOpenCodesWhenNoneIsNamed() {
        parse("--server", "http://one:1");
        assertThat(arguments
                        .endpoints(Map.of("OPENCODE_SERVER_PASSWORD", "secret"), List.of())
                        .getFirst()
                        .credentials()
                        .map(Credentials::user))
                .isEqualTo(Optional.of("opencode"));
    }

    @Test
    void whatIsNoUrlIsRefusedWithASentence() {
        assertThat(parse("--server", "build-host")).isEqualTo(2);
        assertThat(errors.toString()).contains("--server: expected a URL").contains("build-host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"me:hunter2@host", "http://me:hunter2@host:4096", "http://me:hun#ter2@host", "hunter2@x"})
    void aPasswordInAnAddressIsRefusedAndNotRepeated(String address) {
        assertThat(parse("--server", address)).isEqualTo(2);
        assertThat(errors.toString())
                .contains("must not contain a user or a password")
                .doesNotContain("hunter2", "ter2");
    }

    @Test
    void anAddressNeedsNoSchemeAndMayBeShouted() {
        parse("--server", "127.0.0.1:4096", "--server", "HTTP://LOCALHOST:4096/");
        assertThat(urls(Map.of())).containsExactly("http://127.0.0.1:4096", "http://localhost:4096");
    }

    @Test
    void whatAWindowIsStartedWithIsReadTheSameWithoutPicocli() {
        Arguments plain = Arguments.plain(List.of("--server", "http://one:1/", "--server", "https://two:2"))
                .orElseThrow();
        parse("--server", "http://one:1/", "--server", "https://two:2");
        assertThat(plain.endpoints(Map.of(), List.of()).stream()
                        .map(Endpoint::id)
                        .map(id -> id.url()))
                .containsExactlyElementsOf(urls(Map.of()));
        assertThat(Arguments.plain(List.of())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ls", "--help", "--server", "--server=http://one:1", "--server nowhere", "--server http://a b"})
    void allElseIsLeftToPicocli(String args) {
        assertThat(Arguments.plain(List.of(args.split(" ", 2)))).isEmpty();
    }

    private List<String> urls(Map<String, String> environment) {
        return arguments.endpoints(environment, List.of()).stream()
                .map(Endpoint::id)
                .map(id -> id.url())
                .toList();
    }

    private int parse(String... args) {
        return new CommandLine(arguments).setErr(new PrintWriter(errors)).execute(args);
    }
}
