package taskglass;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/** The terminal that this program was started from, or the pipe or file in its place. */
final class Terminal {
    private Terminal() {}

    /** The standard output: in the terminal's own letters on a terminal, and in UTF-8 where a program reads it. */
    static PrintWriter out() {
        Charset charset = isOne() ? System.out.charset() : StandardCharsets.UTF_8;
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), charset), true);
    }

    /** Columns of the terminal; empty when the answer goes elsewhere, or where nobody can tell. */
    static OptionalInt width() {
        if (!isOne()) {
            return OptionalInt.empty();
        }
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Redirect.INHERIT)
                    .redirectError(Redirect.DISCARD)
                    .start();
            String[] size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ", -1);
            int columns = size.length == 2 ? Integer.parseInt(size[1]) : 0;
            return columns > 0 ? OptionalInt.of(columns) : OptionalInt.empty();
        } catch (IOException | NumberFormatException e) {
            return OptionalInt.empty(); // Windows has no stty: lines are as long as they are
        }
    }

    private static boolean isOne() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
}
