package taskglass;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import picocli.CommandLine;
import taskglass.lab.FxThread;
import taskglass.ledger.Ledger;
import taskglass.opencode.discovery.SearchScope;

/** A command line that was run in this process, as main runs it: its exit code, what it answered, what it told. */
public record ShellRun(int exit, String out, String err) {

    public static ShellRun of(String server, String... args) {
        return with(
                Map.of(),
                "",
                Stream.concat(Stream.of("--server", server), Stream.of(args)).toArray(String[]::new));
    }

    /** With that environment and that standard input, on no terminal. */
    public static ShellRun with(Map<String, String> environment, String in, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = run(environment, in, out, err, OptionalInt.empty(), args);
        return new ShellRun(exit, out.toString(), err.toString());
    }

    /** On a terminal of so many columns. */
    public static ShellRun onTerminal(int columns, String server, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all =
                Stream.concat(Stream.of("--server", server), Stream.of(args)).toArray(String[]::new);
        int exit = run(Map.of(), "", out, err, OptionalInt.of(columns), all);
        return new ShellRun(exit, out.toString(), err.toString());
    }

    /** With that ledger instead of none. */
    public static ShellRun keeping(Ledger ledger, String server, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all =
                Stream.concat(Stream.of("--server", server), Stream.of(args)).toArray(String[]::new);
        CommandLine line = Taskglass.commandLine(
                FxThread::executor,
                Map.of(),
                InputStream.nullInputStream(),
                OptionalInt::empty,
                KnownServers.ofThisMachine(Map.of()).with(() -> ledger));
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new ShellRun(line.execute(all), out.toString(), err.toString());
    }

    /** Where no server is named, and those in certain surroundings are looked for. */
    public static ShellRun around(SearchScope around, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Taskglass.commandLine(
                FxThread::executor,
                Map.of(),
                InputStream.nullInputStream(),
                OptionalInt::empty,
                KnownServers.found(password -> around));
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new ShellRun(line.execute(args), out.toString(), err.toString());
    }

    /** Writes what it answers while it goes on. */
    public static int run(
            Map<String, String> environment, String in, Writer out, Writer err, OptionalInt width, String... args) {
        CommandLine line = Taskglass.commandLine(
                FxThread::executor,
                environment,
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                () -> width,
                KnownServers.ofThisMachine(environment).with(Ledger::none));
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    public List<String> lines() {
        return out.lines().toList();
    }
}
