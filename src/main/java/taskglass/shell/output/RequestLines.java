package taskglass.shell.output;

import java.util.ArrayList;
import java.util.List;
import taskglass.task.request.Attention;
import taskglass.task.request.RequestContent;
import taskglass.task.request.RequestContent.Inquiry;
import taskglass.task.request.RequestContent.Option;
import taskglass.task.request.RequestContent.Permission;
import taskglass.task.request.RequestContent.Questions;
import taskglass.text.AttentionText;
import taskglass.text.VisibleText;

/** A request in full for a reader at a terminal, with the numbers and names by which it is answered. */
public final class RequestLines {
    private static final String INDENT = "  ";

    private final List<String> lines = new ArrayList<>();

    private RequestLines() {}

    public static List<String> of(Attention request) {
        RequestLines all = new RequestLines();
        all.add("", VisibleText.line(request.id()) + "  " + title(request));
        switch (request.asking()) {
            case Permission permission -> all.add(permission);
            case Questions questions -> all.add(questions);
        }
        return all.lines;
    }

    /** What it asks, on one line. */
    public static String title(Attention request) {
        return TerminalText.plain(AttentionText.of(request));
    }

    private void add(Permission permission) {
        add(INDENT, permission.whole());
        add(INDENT, permission.diff().text());
        if (permission.diff().cut()) {
            add(INDENT, "… (the change is longer)");
        }
        RequestContent.Always always = permission.always();
        if (!always.patterns().isEmpty()) {
            add(INDENT, "always: " + String.join(", ", always.patterns()) + (always.stored() ? " (saved)" : ""));
        }
    }

    private void add(Questions questions) {
        int number = 1;
        for (Inquiry inquiry : questions.inquiries()) {
            String place = questions.inquiries().size() == 1 ? "" : number + "  ";
            add(
                    INDENT,
                    place + inquiry.heading() + (inquiry.conditions().isEmpty() ? "" : " (only with some answers)"));
            add(INDENT + INDENT, inquiry.text());
            add(inquiry);
            number++;
        }
    }

    private void add(Inquiry inquiry) {
        int number = 1;
        for (Option option : inquiry.options()) {
            String about = option.description().isBlank() ? "" : ": " + option.description();
            add(INDENT + INDENT, "--choose " + number + "  " + option.label() + about);
            number++;
        }
        if (inquiry.own() || inquiry.options().isEmpty()) {
            add(INDENT + INDENT, "--text …");
        }
        if (inquiry.multiple()) {
            add(INDENT + INDENT, "(several may be chosen)");
        }
    }

    /** Adds the lines of a text. Hidden characters become visible: what is allowed has been readable. */
    private void add(String indent, String text) {
        VisibleText.lines(text).lines().map(line -> indent + line).forEach(lines::add);
    }
}
