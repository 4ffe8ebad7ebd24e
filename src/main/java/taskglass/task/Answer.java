package taskglass.task;

import java.util.List;

/** What a person says to a request. */
public sealed interface Answer {
    /** It may do that, this time. */
    record Once() implements Answer {}

    /** It may do that, and all that the request says "always" would allow, for as long as that says. */
    record Always() implements Answer {}

    /** It may not; with a message ("" for none) the agent goes on by it, without one its run ends. */
    record Reject(String message) implements Answer {}

    /** To each question of the request the labels that were chosen, own words among them. */
    record Chosen(List<List<String>> labels) implements Answer {}

    /** The questions are not answered. */
    record Dismiss() implements Answer {}
}
