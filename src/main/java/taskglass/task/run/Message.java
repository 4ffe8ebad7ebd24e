package taskglass.task.run;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import taskglass.task.ToolCall;

/**
 * One message of a session, as far as it is known. OpenCode's message ids ascend with time, and OpenCode sorts by them.
 */
public sealed interface Message {
    String id();

    /** A user message. */
    record Asked(Prompt prompt) implements Message {
        @Override
        public String id() {
            return prompt.id();
        }
    }

    /**
     * An assistant message, which is one step of a run.
     *
     * @param answer empty while only its tool calls have been reported
     * @param calls its tool calls by part id, in the order in which they were first seen
     */
    record Step(String id, Optional<AssistantMessage> answer, SequencedMap<String, ToolCall> calls) implements Message {
        static Step of(String id) {
            return new Step(id, Optional.empty(), new LinkedHashMap<>());
        }

        public boolean closed() {
            return answer.filter(AssistantMessage::closed).isPresent();
        }

        /** Whether it ended after a prompt had arrived at that time, so that its run continued with that prompt. */
        boolean outlasted(Instant prompt) {
            return answer.flatMap(message -> message.ending().completed())
                    .filter(prompt::isBefore)
                    .isPresent();
        }

        /** Whether it says that it answers that prompt. */
        boolean answers(Prompt prompt) {
            return answer.filter(message -> message.prompt().equals(prompt.id()))
                    .isPresent();
        }

        /** Whether it is a finished session summary, which is not an answer to a prompt. */
        boolean isSummary() {
            return answer.filter(AssistantMessage::isSummary).isPresent();
        }

        Step with(AssistantMessage message) {
            AssistantMessage merged = answer.map(known -> known.merge(message)).orElse(message);
            return new Step(id, Optional.of(merged), calls);
        }

        /** Merges a tool call. A state that is behind the known one changes nothing. */
        Step with(ToolCall call) {
            ToolCall known = calls.get(call.part());
            if (known != null && !known.isBehind(call)) {
                return this;
            }
            ToolCall lean = known == null
                    ? call.sharing(call.part(), id)
                    : call.sharing(known.part(), id).after(known);
            SequencedMap<String, ToolCall> more = new LinkedHashMap<>(calls);
            more.put(lean.part(), lean);
            return new Step(id, answer, more);
        }
    }
}
