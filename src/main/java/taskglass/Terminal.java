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

    /** Returns the standard output: in the terminal's character set on a terminal, in UTF-8 for a pipe or file. */
    static PrintWriter out() {
        Charset charset = isOne() ? System.out.charset() : StandardCharsets.UTF_8;
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), charset), true);
    }

    /** Returns the columns of the terminal. Empty if the output goes elsewhere, or the width is unknown. */
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
            return OptionalInt.empty(); // Windows has no stty: lines are not cut
        }
    }

    private static boolean isOne() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
}
