package taskglass.demo;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query string of a request. */
record QueryString(Map<String, String> fields) {
    static QueryString of(URI request) {
        String raw = Objects.requireNonNullElse(request.getRawQuery(), "");
        return new QueryString(Stream.of(raw.split("&"))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8))));
    }

    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    long number(String name, long otherwise) {
        return text(name).isEmpty() ? otherwise : Long.parseLong(text(name));
    }

    String directory() {
        return text("directory");
    }
}
