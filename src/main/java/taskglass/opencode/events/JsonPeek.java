package taskglass.opencode.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import taskglass.opencode.http.Http;

/** Looks into JSON without building a tree. For most events this is enough to drop them. */
final class JsonPeek {
    private JsonPeek() {}

    /** Returns the first text with that name at the top level or within those fields, or "" if there is none. */
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
