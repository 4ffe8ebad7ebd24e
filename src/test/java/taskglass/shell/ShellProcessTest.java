package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import taskglass.ShellRun;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;

/** The real program over a pipe: no display, no desktop, and a clean end however it is ended. */
@NeedsOpenCode
class ShellProcessTest {
    private final RealOpenCode server = RealOpenCode.shared(RealOpenCode.PINNED);

    @Test
    void lsPrintsNothingButItsAnswer() throws IOException, InterruptedException {
        String session = launch("steps=0 text=–", "--wait", "--title", "Größe “naïve” – 大きさ");
        try (ShellProcess ls = new ShellProcess("ls", "--json", "--server", server.baseUrl())) {
            assertThat(ls.lines())
                    .allMatch(line -> line.startsWith("{") && line.endsWith("}"))
                    .anyMatch(line -> line.contains(session) && line.contains("Größe “naïve” – 大きさ"));
            assertThat(ls.exit()).isZero();
            assertThat(ls.errors().lines()).allMatch(line -> line.startsWith("Showing the newest 50"));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anInterruptEndsAWatchCleanly() throws IOException, InterruptedException {
        String session = launch("steps=1 sleep=30");
        try (ShellProcess watch = new ShellProcess("watch", "--json", "--server", server.baseUrl())) {
            assertThat(watch.line()).startsWith("{");
            watch.interrupt();
            assertThat(watch.exit()).isEqualTo(130);
            assertThat(watch.errors().lines()).singleElement().asString().startsWith("Watching " + server.baseUrl());
        }
        ShellRun.of(server.baseUrl(), "cancel", session);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aReaderThatGoesAwayEndsAWatchCleanly() throws IOException, InterruptedException {
        String session = launch("steps=1 sleep=30");
        try (ShellProcess watch = new ShellProcess("watch", "--json", "--server", server.baseUrl())) {
            assertThat(watch.line()).startsWith("{");
            watch.closeReadingEnd();
            ShellRun.of(server.baseUrl(), "cancel", session);
            assertThat(watch.exit()).isEqualTo(141);
            assertThat(watch.errors().lines()).singleElement().asString().startsWith("Watching " + server.baseUrl());
        }
    }

    private String launch(String prompt, String... options) {
        String[] words = new String[options.length + 4];
        words[0] = "launch";
        words[1] = "--agent";
        words[2] = "build";
        System.arraycopy(options, 0, words, 3, options.length);
        words[words.length - 1] = prompt;
        return ShellRun.of(server.baseUrl(), words).lines().getFirst();
    }
}
