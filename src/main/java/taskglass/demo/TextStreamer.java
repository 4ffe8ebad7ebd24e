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
    void write(String text, Runnable then) {
        scriptedAgent.after(THINKING_SECONDS + THINKING_PER_CHARACTER * text.length(), () -> begin(text, then));
    }

    private void begin(String text, Runnable then) {
        last = text;
        ObjectNode part = messageWriter.part("text").put("text", "");
        part.putObject("time").put("start", scriptedAgent.world().time().millis());
        messageWriter.put(part);
        if (scriptedAgent.world().feed().hasListeners()) {
            piece(part, text, 0, then);
        } else {
            scriptedAgent.after(PIECE_SECONDS * text.length() / PIECE_CHARACTERS, () -> end(part, text, then));
        }
    }

    private void piece(ObjectNode part, String text, int from, Runnable then) {
        int to = Math.min(text.length(), from + PIECE_CHARACTERS);
        messageWriter.grow(part, text.substring(from, to));
        Runnable more = to < text.length() ? () -> piece(part, text, to, then) : () -> end(part, text, then);
        scriptedAgent.after(PIECE_SECONDS, more);
    }

    private void end(ObjectNode part, String text, Runnable then) {
        part.put("text", text);
        ((ObjectNode) part.path("time")).put("end", scriptedAgent.world().time().millis());
        messageWriter.put(part);
        then.run();
    }
}
