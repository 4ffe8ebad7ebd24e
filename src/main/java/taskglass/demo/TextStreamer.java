package taskglass.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes texts as a model does: a few words at a time while a client listens. */
final class TextStreamer {
    private static final double PIECE_SECONDS = 0.09;
    private static final int PIECE_CHARACTERS = 14;
    private static final double THINKING_SECONDS = 2.5;
    private static final double THINKING_PER_CHARACTER = 0.05;

    private final ScriptedAgent actor;
    private final MessageWriter pen;
    private String last = "";

    TextStreamer(ScriptedAgent actor, MessageWriter pen) {
        this.actor = actor;
        this.pen = pen;
    }

    String last() {
        return last;
    }

    /** Writes the text after a pause for thinking. */
    void say(String words, Runnable then) {
        actor.after(THINKING_SECONDS + THINKING_PER_CHARACTER * words.length(), () -> begin(words, then));
    }

    private void begin(String words, Runnable then) {
        last = words;
        ObjectNode part = pen.part("text").put("text", "");
        part.putObject("time").put("start", actor.world().time().millis());
        pen.put(part);
        if (actor.world().feed().hasListeners()) {
            piece(part, words, 0, then);
        } else {
            actor.after(PIECE_SECONDS * words.length() / PIECE_CHARACTERS, () -> end(part, words, then));
        }
    }

    private void piece(ObjectNode part, String words, int from, Runnable then) {
        int to = Math.min(words.length(), from + PIECE_CHARACTERS);
        pen.grow(part, words.substring(from, to));
        Runnable more = to < words.length() ? () -> piece(part, words, to, then) : () -> end(part, words, then);
        actor.after(PIECE_SECONDS, more);
    }

    private void end(ObjectNode part, String words, Runnable then) {
        part.put("text", words);
        ((ObjectNode) part.path("time")).put("end", actor.world().time().millis());
        pen.put(part);
        then.run();
    }
}
