package taskglass.shell.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A line of JSON, whatever somebody else has written into it. */
class TaskJsonTest {
    @Test
    void nothingInItEndsALineOrIsObeyedByATerminal() throws Exception {
        String all = IntStream.rangeClosed(0, 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String line = line(all);
        assertThat(line.codePoints())
                .noneMatch(c -> c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0x202E);
        assertThat(title(line)).isEqualTo(all);
    }

    @Test
    void halfALetterStaysReadableInUtf8() throws Exception {
        String text = "a\uD83Db\uDE00 whole \uD83D\uDE00 end\uD83D";
        String sent = new String(line(text).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(title(sent)).isEqualTo(text);
        assertThat(sent).contains("\uD83D\uDE00");
    }

    private static String line(String title) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode().put("title", title);
        return new TaskJson(fields).toString();
    }

    private static String title(String line) throws Exception {
        return new ObjectMapper().readTree(line).path("title").asText();
    }
}
