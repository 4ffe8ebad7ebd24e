package taskglass.ui.attention;

import java.util.function.BiConsumer;
import taskglass.task.request.Answer;
import taskglass.task.request.RequestContent;
import taskglass.ui.attention.ExpandedPanel.Kind;

/**
 * The user's responses to the shown request, by key, button or panel. Nothing is sent before the request is answerable.
 */
final class Responses {
    private final AttentionBar bar;
    private final BiConsumer<Request, Answer> give;

    Responses(AttentionBar bar, BiConsumer<Request, Answer> give) {
        this.bar = bar;
        this.give = give;
    }

    private void answer(Answer answer) {
        bar.answerable().ifPresent(request -> give.accept(request, answer));
    }

    void dismiss() {
        answer(new Answer.Dismiss());
    }

    /** A digit on the keyboard goes to the open panel if that uses digits. */
    void key(int digit) {
        boolean taken = bar.answerable()
                .flatMap(request -> bar.panel())
                .filter(panel -> panel.digit(digit))
                .isPresent();
        if (!taken) {
            digit(digit);
        }
    }

    /** A digit answers a permission, or chooses among the answers to a question. */
    void digit(int digit) {
        bar.answerable().ifPresent(request -> {
            if (request.isQuestion()) {
                bar.open(Kind.QUESTION).ifPresent(panel -> panel.digit(digit));
            } else {
                permit(digit);
            }
        });
    }

    private void permit(int digit) {
        switch (digit) {
            case AttentionKeys.ONCE -> once();
            case AttentionKeys.ALWAYS -> bar.open(Kind.ALWAYS);
            case AttentionKeys.REJECT -> bar.open(Kind.REJECT);
            default -> {
                // no such answer
            }
        }
    }

    /** Allows the request once. If a part of it is hidden, the first call only shows it. */
    private void once() {
        if (bar.hides()) {
            bar.open(Kind.DETAILS);
        } else {
            answer(new Answer.Once());
        }
    }

    /** Handles Enter: confirms the open panel, or expands a question. A permission needs its own key. */
    void confirm() {
        bar.answerable()
                .ifPresent(request -> bar.panel().ifPresentOrElse(Panel::confirm, () -> unfoldQuestion(request)));
    }

    private void unfoldQuestion(Request request) {
        if (request.isQuestion()) {
            bar.open(Kind.QUESTION);
        }
    }

    /** Creates a panel for that request. */
    Panel panel(Request request, Kind kind) {
        return switch (request.attention().asking()) {
            case RequestContent.Questions questions ->
                new QuestionPanel(
                        questions,
                        new QuestionPanel.Ways(
                                labels -> answer(new Answer.Chosen(labels)), this::dismiss, bar::openTask));
            case RequestContent.Permission permission ->
                panel(kind, permission, request.attention().topic());
        };
    }

    private Panel panel(Kind kind, RequestContent.Permission permission, String topic) {
        return switch (kind) {
            case ALWAYS -> new AlwaysPanel(topic, permission.always(), () -> answer(new Answer.Always()), bar::back);
            case REJECT -> new RejectPanel(message -> answer(new Answer.Reject(message)), bar::back);
            case DETAILS, QUESTION -> new DetailsPanel(permission);
        };
    }
}
