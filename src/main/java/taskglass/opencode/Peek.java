package taskglass.opencode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;

/** A look into JSON without building a tree of it: most events are told apart by it, and end there. */
final class Peek {
    private Peek() {}

    /** The first text of that name at the top or within those fields; "" where there is none. */
    static String first(String data, String wanted, Set<String> within) throws IOException {
        try (JsonParser parser = Http.JSON.createParser(data)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    JsonToken value = parser.nextToken();
                    if (name.equals(wanted)) {
                        return parser.getText();
                    }
                    if (value.isStructStart() && !within.contains(name)) {
                        parser.skipChildren();
                    }
                }
            }
            return "";
        }
    }
}
