package taskglass.shell.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import taskglass.task.request.RequestContent.Inquiry;
import taskglass.task.request.RequestContent.Option;
import taskglass.task.request.RequestContent.Questions;

/** The answers to a question or form, in the order in which they were typed. Nothing is sent unless all of them fit. */
public final class FormAnswers {
    /** What an option names: the field that the following answers are for, an offered answer, or a text. */
    public enum Kind {
        FIELD,
        CHOICE,
        TEXT
    }

    /** One option of the command line. */
    public record Typed(Kind kind, String value) {}

    private final Questions questions;
    private final List<List<String>> labels = new ArrayList<>();
    private int field;

    private FormAnswers(Questions questions) {
        this.questions = questions;
        questions.inquiries().forEach(inquiry -> labels.add(new ArrayList<>()));
        field = questions.inquiries().size() == 1 ? 0 : -1;
    }

    /** Returns the labels for each field, or fails with a sentence that says what does not fit. */
    public static List<List<String>> of(Questions questions, List<Typed> typed) {
        FormAnswers answers = new FormAnswers(questions);
        typed.forEach(answers::add);
        answers.check();
        return answers.labels;
    }

    private void add(Typed typed) {
        if (typed.kind() == Kind.FIELD) {
            field = find(typed.value());
            return;
        }
        if (field < 0) {
            throw wrong("It has several fields. Put --field NAME before each answer: " + fields() + ".");
        }
        Inquiry inquiry = questions.inquiries().get(field);
        String label = typed.kind() == Kind.CHOICE ? chosen(inquiry, typed.value()) : text(inquiry, typed.value());
        List<String> here = labels.get(field);
        if (!here.contains(label)) {
            here.add(label);
        }
        if (here.size() > 1 && !inquiry.multiple()) {
            throw wrong(named(field) + " takes one answer, and got " + here.size() + ".");
        }
    }

    /** Finds a field by its number or its name. */
    private int find(String name) {
        int number = number(name, questions.inquiries().size());
        int[] found = IntStream.range(0, questions.inquiries().size())
                .filter(place ->
                        plain(questions.inquiries().get(place).heading()).equalsIgnoreCase(name.strip()))
                .toArray();
        if (found.length == 1) {
            return found[0];
        }
        if (number > 0) {
            return number - 1;
        }
        throw wrong((found.length == 0 ? "No field is named “" : "Several fields are named “") + plain(name)
                + "”. Fields: " + fields() + ".");
    }

    private String chosen(Inquiry inquiry, String value) {
        List<Option> options = inquiry.options();
        Optional<String> exact =
                options.stream().map(Option::label).filter(value::equals).findFirst();
        int number = number(value, options.size());
        if (exact.isEmpty() && number == 0) {
            throw wrong("--choose: " + named(field)
                    + (options.isEmpty()
                            ? " offers nothing to choose. Answer it with --text."
                            : " offers " + options(options) + ", not “" + plain(value) + "”."));
        }
        return exact.orElseGet(() -> options.get(number - 1).label());
    }

    private String text(Inquiry inquiry, String value) {
        if (!inquiry.own() && !inquiry.options().isEmpty()) {
            throw wrong("--text: " + named(field) + " takes no text of your own. It offers "
                    + options(inquiry.options()) + ".");
        }
        if (value.isBlank()) {
            throw wrong("--text: the text for " + named(field) + " is empty.");
        }
        return value.strip();
    }

    /** Every field that is asked for has an answer, and no other has one. */
    private void check() {
        List<List<String>> asked = questions.asked(labels);
        for (int place = 0; place < labels.size(); place++) {
            if (!labels.get(place).isEmpty() && asked.get(place).isEmpty()) {
                throw wrong(named(place) + " is not asked for with these answers.");
            }
            if (asked.get(place).isEmpty() && questions.asks(place, asked)) {
                throw wrong(named(place) + " has no answer yet. Give one with "
                        + (labels.size() > 1 ? "--field " + (place + 1) + " and " : "") + "--choose or --text.");
            }
        }
    }

    private String fields() {
        return IntStream.range(0, labels.size()).mapToObj(this::numbered).collect(Collectors.joining(", "));
    }

    private String numbered(int place) {
        return (place + 1) + " “" + plain(questions.inquiries().get(place).heading()) + "”";
    }

    private String named(int place) {
        String heading = plain(questions.inquiries().get(place).heading());
        return labels.size() == 1 || heading.isEmpty() ? "field " + (place + 1) : "field “" + heading + "”";
    }

    private static String options(List<Option> options) {
        return IntStream.range(0, options.size())
                .mapToObj(at -> (at + 1) + " “" + plain(options.get(at).label()) + "”")
                .collect(Collectors.joining(", "));
    }

    /** Returns the number from 1 to most that the text is, or 0. */
    private static int number(String text, int most) {
        return IntStream.rangeClosed(1, most)
                .filter(number -> String.valueOf(number).equals(text.strip()))
                .findFirst()
                .orElse(0);
    }

    private static String plain(String text) {
        return TerminalText.plain(text);
    }

    private static CannotAnswer wrong(String sentence) {
        return new CannotAnswer(ExitCode.USAGE, Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
    }
}
