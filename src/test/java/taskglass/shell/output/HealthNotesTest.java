package taskglass.shell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import taskglass.task.ServerId;
import taskglass.task.status.Listing.DirectoryList;
import taskglass.task.status.ServerHealth;

/** What a command that waits tells of its servers. */
class HealthNotesTest {
    @Test
    void thatAServerRefusesAListIsReportedOnceForWhoeverWaitsToBeNeeded() {
        HealthNotes notes = new HealthNotes();
        ServerHealth refusing = refusing(DirectoryList.PERMISSIONS);
        assertThat(notes.news(List.of(refusing)))
                .containsExactly("http://127.0.0.1:4096 refuses to list for /home/dev/site: permission requests."
                        + " A task there may be waiting for an answer.");
        assertThat(notes.news(List.of(refusing))).isEmpty();
    }

    @Test
    void whereOnlyTheListOfThoseAtWorkIsRefusedNobodyIsSaidToWait() {
        assertThat(new HealthNotes().news(List.of(refusing(DirectoryList.STATUS))))
                .containsExactly("http://127.0.0.1:4096 refuses to list for /home/dev/site: running sessions."
                        + " A task there may be at work.");
    }

    private static ServerHealth refusing(DirectoryList list) {
        return new ServerHealth(
                new ServerId("http://127.0.0.1:4096"),
                Optional.of(Instant.EPOCH),
                Optional.empty(),
                true,
                Map.of("/home/dev/site", Set.of(list)));
    }
}
