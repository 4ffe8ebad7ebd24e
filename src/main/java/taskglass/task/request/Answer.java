package taskglass.task.request;

import java.util.List;

/** The user's answer to a request. */
public sealed interface Answer {
    /** Allows the action this time. */
    record Once() implements Answer {}

    /** Allows the action and everything the request's "always" covers, for as long as the request states. */
    record Always() implements Answer {}

    /** Rejects the action. With a message ("" for none) the agent continues with it; without one its run ends. */
    record Reject(String message) implements Answer {}

    /** The chosen labels for each question of the request. Free-text answers are among them. */
    record Chosen(List<List<String>> labels) implements Answer {}

    /** Leaves the questions unanswered. */
    record Dismiss() implements Answer {}
}
