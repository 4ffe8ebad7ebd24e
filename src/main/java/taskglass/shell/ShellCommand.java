package taskglass.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import taskglass.shell.output.CannotAnswer;
import taskglass.shell.output.ExitCode;
import taskglass.shell.output.NothingFound;
import taskglass.shell.output.TerminalText;
import taskglass.shell.output.TroubleText;
import taskglass.task.ModelRef;
import taskglass.task.ServerOrigin;
import taskglass.task.status.ServerHealth;

/** A shell command: queries the engine, prints its answer and nothing else, and returns an exit code. */
@Command(mixinStandardHelpOptions = true)
public abstract class ShellCommand implements Callable<Integer> {
    private final Shell shell;

    @Spec
    private CommandSpec spec;

    public ShellCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public final Integer call() {
        check();
        try (ShellEngine shellEngine = new ShellEngine(shell)) {
            return run(shellEngine);
        }
    }

    /** Prints the answer and returns the exit code. */
    public abstract int run(ShellEngine shellEngine);

    /** Rejects arguments that picocli accepts, before any server is asked. */
    void check() {}

    /** Rejects a blank id, such as that of a failed launch: it would be a prefix of every id. */
    final void checkIds(List<String> ids) {
        if (ids.stream().anyMatch(String::isBlank)) {
            throw new ParameterException(
                    spec.commandLine(), "An ID is empty. Give a session id, as taskglass ls shows it.");
        }
    }

    /** Returns the prompt; "-" stands for what standard input has. Rejects an empty one. */
    final String prompt(String given) {
        String prompt = given.equals("-") ? standardInput() : given;
        if (prompt.isBlank()) {
            throw usage("The prompt is empty. Say what the agent should do.");
        }
        return prompt.strip();
    }

    private String standardInput() {
        try {
            return new String(shell.in().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw usage("The prompt could not be read from standard input: " + e.getMessage() + ".");
        }
    }

    /** Parses the value of {@code --model}. */
    final ModelRef model(String name) {
        return ModelRef.parse(name).orElseThrow(() -> usage("--model: expected PROVIDER/MODEL, got “" + name + "”."));
    }

    final ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    final Shell shell() {
        return shell;
    }

    final CommandSpec spec() {
        return spec;
    }

    /** Prints one line of the answer. */
    public final void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(TerminalText.lines(line));
        if (out.checkError()) {
            throw new CannotAnswer(ExitCode.READER_GONE, "");
        }
    }

    /** Prints a piece of the answer as it is: the next one follows on the same line. */
    final void printPiece(String piece) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(Stream.of(piece.split("\n", -1)).map(TerminalText::lines).collect(Collectors.joining("\n")));
        if (out.checkError()) {
            throw new CannotAnswer(ExitCode.READER_GONE, "");
        }
    }

    /** Prints a message beside the answer. */
    public final void printNotice(String sentence) {
        spec.commandLine().getErr().println(TerminalText.lines(sentence));
    }

    /** Reports each server in trouble. Returns {@link ExitCode#NO_SERVER} if there is one. */
    final int tellTroubles(List<ServerHealth> servers) {
        List<String> sentences = sentences(servers);
        sentences.forEach(this::printNotice);
        return sentences.isEmpty() ? ExitCode.OK : ExitCode.NO_SERVER;
    }

    /**
     * Reports each server in trouble. A server that was not named does not change the exit code if others have
     * answered.
     */
    final int tellTroubles(ShellEngine shellEngine, List<ServerHealth> servers) {
        tellTroubles(servers);
        boolean named = shellEngine.query(engine -> servers.stream()
                .filter(health -> TroubleText.of(health).isPresent())
                .anyMatch(health -> engine.discovery().origin(health.server()) instanceof ServerOrigin.Named));
        return named ? ExitCode.NO_SERVER : ExitCode.OK;
    }

    /** Waits for the servers, and fails if none of them answers. */
    final List<ServerHealth> servers(ShellEngine shellEngine) {
        return anyOf(shellEngine, shellEngine.awaitServers());
    }

    /** Fails if none of the servers answers. */
    final List<ServerHealth> anyOf(ShellEngine shellEngine, List<ServerHealth> servers) {
        if (servers.isEmpty()) {
            throw new CannotAnswer(
                    ExitCode.NO_SERVER,
                    NothingFound.of(
                            shellEngine.query(engine -> engine.discovery().portless())));
        }
        List<String> sentences = sentences(servers);
        if (sentences.size() == servers.size()) {
            throw new CannotAnswer(ExitCode.NO_SERVER, String.join("\n", sentences));
        }
        return servers;
    }

    private static List<String> sentences(List<ServerHealth> servers) {
        return servers.stream()
                .flatMap(health -> TroubleText.of(health).stream())
                .toList();
    }
}
