package taskglass.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes texts as a model does: a few words at a time while a client listens. */
final class TextStreamer {
    private static final double PIECE_SECONDS = 0.09;
    private static final int PIECE_CHARACTERS = 14;
    private static final double THINKING_SECONDS = 2.5;
    private static final double THINKING_PER_CHARACTER = 0.05;

    private final ScriptedAgent scriptedAgent;
    private final MessageWriter messageWriter;
    private String last = "";

    TextStreamer(ScriptedAgent scriptedAgent, MessageWriter messageWriter) {
        this.scriptedAgent = scriptedAgent;
        this.messageWriter = messageWriter;
    }

    String last() {
        return last;
    }

    /** Writes the text after a pause for thinking. */
    void write(String words, Runnable then) {
        scriptedAgent.after(THINKING_SECONDS + THINKING_PER_CHARACTER * words.length(), () -> begin(words, then));
    }

    private void begin(String words, Runnable then) {
        last = words;
        ObjectNode part = messageWriter.part("text").put("text", "");
        part.putObject("time").put("start", scriptedAgent.world().time().millis());
        messageWriter.put(part);
        if (scriptedAgent.world().feed().hasListeners()) {
            piece(part, words, 0, then);
        } else {
            scriptedAgent.after(PIECE_SECONDS * words.length() / PIECE_CHARACTERS, () -> end(part, words, then));
        }
    }

    private void piece(ObjectNode part, String words, int from, Runnable then) {
        int to = Math.min(words.length(), from + PIECE_CHARACTERS);
        messageWriter.grow(part, words.substring(from, to));
        Runnable more = to < words.length() ? () -> piece(part, words, to, then) : () -> end(part, words, then);
        scriptedAgent.after(PIECE_SECONDS, more);
    }

    private void end(ObjectNode part, String words, Runnable then) {
        part.put("text", words);
        ((ObjectNode) part.path("time")).put("end", scriptedAgent.world().time().millis());
        messageWriter.put(part);
        then.run();
    }
}
