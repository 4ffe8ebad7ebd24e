package taskglass.opencode.v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taskglass.opencode.Recording;
import taskglass.opencode.events.EventWire;
import taskglass.task.run.Fact;

/** What events of V2 change of a session. */
class V2SessionEventsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "renamed        | 'title':'Another name'                            | Another name",
                "moved          | 'location':{'directory':'/home/dev/other'}         | /home/dev/other",
                "agent.selected | 'agent':'plan','previous':'build'                  | plan",
                "model.selected | 'model':{'id':'big','providerID':'lab'}            | big"
            })
    void itIsReceived(String type, String data, String now) throws IOException {
        String event = "{'type':'session.%s','created':1,'data':{'sessionID':'ses_1',%s}}"
                .formatted(type, data)
                .replace('\'', '"');
        Fact fact = new EventWire(Recording.SERVER).parse(event).getFirst().fact();
        assertThat(fact).isInstanceOf(Fact.Changed.class);
        assertThat(fact.toString()).contains(now);
    }
}
