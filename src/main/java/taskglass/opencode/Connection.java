package taskglass.opencode;

import java.time.Clock;
import java.time.Duration;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.Traffic;
import taskglass.opencode.http.TrustStore;
import taskglass.task.ServerId;

/** The connection to one server: its endpoint, a client for requests, and the event stream. */
public final class Connection implements AutoCloseable {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

    private final Endpoint endpoint;
    private final OkHttpClient http;
    private final Traffic traffic = new Traffic();
    private final OpenCodeClient client;

    public Connection(Endpoint endpoint) {
        this(endpoint, SocketFactory.getDefault());
    }

    /** A connection with sockets from this factory. */
    public Connection(Endpoint endpoint, SocketFactory sockets) {
        this(endpoint, sockets, Base.CLIENT);
    }

    /** A connection that trusts only this store. */
    Connection(Endpoint endpoint, TrustStore trust) {
        this(
                endpoint,
                SocketFactory.getDefault(),
                Base.CLIENT
                        .newBuilder()
                        .sslSocketFactory(trust.sockets(), trust)
                        .build());
    }

    private Connection(Endpoint endpoint, SocketFactory sockets, OkHttpClient like) {
        this.endpoint = endpoint;
        this.http = like.newBuilder()
                .connectionPool(new ConnectionPool())
                .dispatcher(new Dispatcher())
                .socketFactory(sockets)
                .build();
        OkHttpClient counted = http.newBuilder().eventListener(traffic).build();
        this.client = new OpenCodeClient(endpoint, counted);
    }

    /** Loads what the first connection needs, mainly TLS and the JSON mapper. This takes a fifth of a second. */
    public static void warmUp() {
        Base.CLIENT.newBuilder();
        Http.JSON.createObjectNode();
    }

    /** Built once, on first use. All connections share its settings and its TLS. */
    private static final class Base {
        private static final TrustStore TRUST = TrustStore.ofThisMachine();
        private static final OkHttpClient CLIENT = new OkHttpClient.Builder()
                .connectTimeout(CONNECT_PATIENCE)
                .sslSocketFactory(TRUST.sockets(), TRUST)
                .build();
    }

    public ServerId server() {
        return endpoint.id();
    }

    public OpenCodeClient client() {
        return client;
    }

    /** Returns the server's event stream. A stream that is silent for that long ends. */
    public EventStream events(Duration silence, Clock clock) {
        return new EventStream(client, http, silence, clock);
    }

    /** What the client's requests have cost so far. The event stream is not counted. */
    public Traffic traffic() {
        return traffic;
    }

    public void password(String password) {
        endpoint.password(password);
    }

    /** Pauses or resumes sending. A pause also cancels the requests in progress. */
    public void pause(boolean now) {
        endpoint.pause(now);
        if (now) {
            http.dispatcher().cancelAll();
        }
    }

    /** Allows the password to be sent in plain text: the user was warned and agreed. */
    public void allowPlainHttp() {
        endpoint.allowPlainHttp();
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
    }
}
