package taskglass.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command that the user wrote, split into words. Spaces separate words. Single and double quotes hold a word together;
 * outside of quotes, a backslash before a quote, a space or a backslash takes that character as it is. Nothing else has
 * a meaning: no variables, no wildcards. Places such as {@code {folder}} are filled in after the split, so that a value
 * never becomes several words.
 */
public record CommandTemplate(List<String> words) {
    public CommandTemplate {
        words = List.copyOf(words);
    }

    /** Splits a command; empty if a quote is not closed or there is no word. */
    public static Optional<CommandTemplate> of(String command) {
        Splitter splitter = new Splitter();
        command.chars().forEach(c -> splitter.next((char) c));
        return splitter.words().filter(words -> !words.isEmpty()).map(CommandTemplate::new);
    }

    /** Whether a word contains the place. */
    boolean has(String place) {
        return words.stream().anyMatch(word -> word.contains(place));
    }

    /** Fills in the places, in one pass: a value that looks like a place stays as it is. */
    List<String> fill(Map<String, String> values) {
        return words.stream().map(word -> fill(word, values)).toList();
    }

    private static String fill(String word, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < word.length()) {
            int from = at;
            Optional<String> place = values.keySet().stream()
                    .filter(name -> word.startsWith(name, from))
                    .findFirst();
            filled.append(place.map(values::get).orElseGet(() -> word.substring(from, from + 1)));
            at += place.map(String::length).orElse(1);
        }
        return filled.toString();
    }

    /** Reads a command character by character. */
    private static final class Splitter {
        private static final char NONE = 0;

        private final List<String> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private boolean started;
        private boolean escaping;
        private char quote = NONE;

        void next(char c) {
            if (escaping) {
                escaping = false;
                literal(c);
            } else if (quote != NONE) {
                quoted(c);
            } else if (Character.isWhitespace(c)) {
                end();
            } else if (c == '\'' || c == '"') {
                quote = c;
                started = true;
            } else if (c == '\\') {
                escaping = true;
            } else {
                add(c);
            }
        }

        /** After a backslash. Before any other character it is a backslash, as in the paths of Windows. */
        private void literal(char c) {
            if ("'\" \\".indexOf(c) < 0) {
                add('\\');
            }
            add(c);
        }

        private void quoted(char c) {
            if (c == quote) {
                quote = NONE;
            } else {
                add(c);
            }
        }

        private void add(char c) {
            word.append(c);
            started = true;
        }

        private void end() {
            if (started) {
                words.add(word.toString());
                word.setLength(0);
                started = false;
            }
        }

        Optional<List<String>> words() {
            if (escaping) {
                add('\\');
            }
            end();
            return quote == NONE ? Optional.of(words) : Optional.empty();
        }
    }
}
