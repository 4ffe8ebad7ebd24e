package taskglass.ui.attention;

import java.util.function.BiConsumer;
import taskglass.task.Answer;
import taskglass.task.Asking;
import taskglass.ui.attention.Drawer.Kind;

/** What a person can say to the request that is shown, by key, button or panel; nothing is said before it can be. */
final class Responses {
    private final AttentionStrip strip;
    private final BiConsumer<Request, Answer> give;

    Responses(AttentionStrip strip, BiConsumer<Request, Answer> give) {
        this.strip = strip;
        this.give = give;
    }

    private void answer(Answer answer) {
        strip.answerable().ifPresent(request -> give.accept(request, answer));
    }

    void dismiss() {
        answer(new Answer.Dismiss());
    }

    /** A digit on the keyboard is for what is unfolded, if that takes digits. */
    void key(int digit) {
        boolean taken = strip.answerable()
                .flatMap(request -> strip.panel())
                .filter(panel -> panel.digit(digit))
                .isPresent();
        if (!taken) {
            digit(digit);
        }
    }

    /** A digit answers a permission, and chooses among the answers to a question. */
    void digit(int digit) {
        strip.answerable().ifPresent(request -> {
            if (request.isQuestion()) {
                strip.open(Kind.QUESTION).ifPresent(panel -> panel.digit(digit));
            } else {
                permit(digit);
            }
        });
    }

    private void permit(int digit) {
        switch (digit) {
            case StripKeys.ONCE -> once();
            case StripKeys.ALWAYS -> strip.open(Kind.ALWAYS);
            case StripKeys.REJECT -> strip.open(Kind.REJECT);
            default -> {
                // no such answer
            }
        }
    }

    /** What is not all there to be read is shown first; the second time it is allowed. */
    private void once() {
        if (strip.hides()) {
            strip.open(Kind.DETAILS);
        } else {
            answer(new Answer.Once());
        }
    }

    /** Enter: what is unfolded is confirmed; a question that is not, unfolds. A permission needs a key of its own. */
    void confirm() {
        strip.answerable()
                .ifPresent(request -> strip.panel().ifPresentOrElse(Panel::confirm, () -> unfoldQuestion(request)));
    }

    private void unfoldQuestion(Request request) {
        if (request.isQuestion()) {
            strip.open(Kind.QUESTION);
        }
    }

    /** A new panel for that request. */
    Panel panel(Request request, Kind kind) {
        return switch (request.attention().asking()) {
            case Asking.Questions questions ->
                new QuestionPanel(
                        questions,
                        new QuestionPanel.Ways(
                                labels -> answer(new Answer.Chosen(labels)), this::dismiss, strip::openTask));
            case Asking.Permission permission ->
                panel(kind, permission, request.attention().topic());
        };
    }

    private Panel panel(Kind kind, Asking.Permission permission, String topic) {
        return switch (kind) {
            case ALWAYS -> new AlwaysPanel(topic, permission.always(), () -> answer(new Answer.Always()), strip::back);
            case REJECT -> new RejectPanel(message -> answer(new Answer.Reject(message)), strip::back);
            case DETAILS, QUESTION -> new DetailsPanel(permission);
        };
    }
}
