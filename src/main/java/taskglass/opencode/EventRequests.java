package taskglass.opencode;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import okhttp3.Request;
import okhttp3.Response;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.ServerTrouble;
import taskglass.opencode.session.SessionApis;
import taskglass.opencode.v2.V2Log;

/** The requests that an event stream sends, in the version of the API that the server supports. */
final class EventRequests {
    private final Http http;
    private final SessionApis apis;

    EventRequests(Http http, SessionApis apis) {
        this.http = http;
        this.apis = apis;
    }

    /** Returns the request that opens the event stream over all directories. The caller closes the response. */
    Request open() throws ServerTrouble {
        return http.request(apis.protocol().v1() ? "/global/event" : "/api/event", Map.of())
                .header("Accept", "text/event-stream")
                .build();
    }

    /** Throws if the response is not an event stream. */
    void check(Response response) throws ServerTrouble {
        http.checkEvents(response);
    }

    /** Returns the events of a session's durable log after that number, as the stream would have sent them. */
    List<String> log(String session, long seq) throws IOException {
        return new V2Log(http).after(session, seq, apis.protocol().early());
    }
}
