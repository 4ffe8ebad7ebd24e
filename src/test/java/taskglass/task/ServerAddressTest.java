package taskglass.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.task.ServerAddress.Fault;

/** What people type for a server's address. */
class ServerAddressTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:4096, http://127.0.0.1:4096",
        "HTTP://LOCALHOST:4096/, http://localhost:4096",
        "'  http://localhost:4096  ', http://localhost:4096",
        "localhost, http://localhost",
        "build-host:4096, http://build-host:4096",
        "build_host:4096, http://build_host:4096",
        "https://Build-Host, https://build-host",
        "https://build-host:443/, https://build-host",
        "http://host:80, http://host",
        "http://host:04096, http://host:4096",
        "[::1]:4096, http://[::1]:4096",
        "http://[FE80::1]:4096/, http://[fe80::1]:4096",
        "http://host/prefix/, http://host/prefix",
        "host:4096/a/b, http://host:4096/a/b",
        "https://host/Team/x%20y/, https://host/Team/x%20y",
        "http://host/a/../b, http://host/b",
        "http://münchen.example:4096, http://xn--mnchen-3ya.example:4096"
    })
    void isReadAsABrowserWould(String typed, String url) {
        assertThat(ServerAddress.read(typed).server().map(ServerId::url)).contains(url);
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "'   ', EMPTY",
        "user:pw@host, PASSWORD",
        "http://user:pw@host:4096, PASSWORD",
        "http://user@host, PASSWORD",
        "http://user:p@ss@host, PASSWORD",
        "http://user:p/w@host, PASSWORD",
        "http://user:1?w@host, PASSWORD",
        "http://user:1#w@host, PASSWORD",
        "http://host/x@y, PASSWORD",
        "http://host?x=1, QUERY",
        "http://host:4096/#top, QUERY",
        "http://, NO_HOST",
        "http:///path, NO_HOST",
        ":4096, NO_HOST",
        "::1, NO_BRACKETS",
        "4096, NO_HOST",
        "http://fe80::1, NO_BRACKETS",
        "http://host:0, BAD_PORT",
        "http://host:65536, BAD_PORT",
        "http://host:x, BAD_PORT",
        "http://host:-1, BAD_PORT",
        "http://host:, BAD_PORT",
        "http://ho st, BAD_HOST",
        "http://[::1, NO_BRACKETS",
        "http://[zz]:4096, BAD_HOST",
        "http://300.1.1.1, BAD_HOST",
        "/run/opencode.sock, NOT_HTTP",
        "./opencode.sock, NOT_HTTP",
        "~/opencode.sock, NOT_HTTP",
        "unix:/run/opencode.sock, NOT_HTTP",
        "file:///tmp/x, NOT_HTTP",
        "ftp://host, NOT_HTTP",
        "ws://host:4096, NOT_HTTP",
        "http://host/a b, BAD_PATH",
        "http://host/../x, BAD_PATH"
    })
    void isRefusedForWhatIsWrongWithIt(String typed, Fault fault) {
        assertThat(ServerAddress.read(typed).fault()).contains(fault);
    }

    @Test
    void ofAnyLengthIsRefusedInWords() {
        assertThat(ServerAddress.read("x".repeat(5000)).fault()).contains(ServerAddress.Fault.BAD_HOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1:4096", "localhost", "LOCALHOST/x", "me:secret@x", "build.example", "[::1]", "/a"})
    void isDistinguishedFromTheNameOfAServer(String typed) {
        assertThat(ServerAddress.looksLikeOne(typed)).isTrue();
        assertThat(ServerAddress.looksLikeOne("Build host")).isFalse();
    }
}
