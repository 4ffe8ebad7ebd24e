package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import taskglass.lab.OnEachOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.ServerTrouble;
import taskglass.opencode.session.SessionPages;
import taskglass.task.ServerId;
import taskglass.task.run.SessionInfo;

/** The pages of a listing, as real servers cut them. */
@OnEachOpenCode
class PagingRealServerTest {
    @Parameter
    private String version;

    @Test
    void trap12PagesOfTwoListEverySessionOnce() throws ServerTrouble {
        RealOpenCode server = RealOpenCode.shared(version);
        for (int i = 0; i < 5; i++) {
            server.post("/session", new ObjectMapper().createObjectNode().put("title", "one of five"));
        }
        ServerId id = new ServerId(server.baseUrl());
        Http http = new Http(new Endpoint(id, Optional.empty()), new OkHttpClient());
        List<SessionInfo> found = new SessionPages(http, id, 2)
                .fetch(Optional.empty(), page -> {})
                .found();
        assertThat(found)
                .doesNotHaveDuplicates()
                .filteredOn(session -> session.title().equals("one of five"))
                .hasSize(5);
    }
}
