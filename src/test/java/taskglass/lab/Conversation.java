package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;

/** What a chat completion request has come to: the script of its last user message and the steps done since. */
record Conversation(Script script, int stepsDone) {

    static Conversation of(JsonNode request) {
        Script script = Script.of("");
        int steps = 0;
        for (JsonNode message : request.path("messages")) {
            switch (message.path("role").asText()) {
                case "user" -> {
                    script = Script.of(text(message.path("content")));
                    steps = 0;
                }
                case "assistant" -> steps += message.has("tool_calls") ? 1 : 0;
                default -> {
                    // system and tool messages move nothing
                }
            }
        }
        return new Conversation(script, steps);
    }

    private static String text(JsonNode content) {
        if (content.isTextual()) {
            return content.asText();
        }
        StringBuilder all = new StringBuilder();
        content.forEach(part -> all.append(part.path("text").asText()).append(' '));
        return all.toString();
    }
}
