package taskglass.opencode;

import java.time.Clock;
import java.time.Duration;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import taskglass.task.ServerId;

/** All that leads to one server: its endpoint, a client for requests, and the event stream beside it. */
public final class Connection implements AutoCloseable {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

    private final Endpoint endpoint;
    private final OkHttpClient http;
    private final Traffic traffic = new Traffic();
    private final OpenCodeClient client;

    public Connection(Endpoint endpoint) {
        this(endpoint, SocketFactory.getDefault());
    }

    /** One whose sockets are made there. */
    public Connection(Endpoint endpoint, SocketFactory sockets) {
        this(endpoint, sockets, Base.CLIENT);
    }

    /** One that trusts those and nobody else. */
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

    /** Loads what the first connection needs, TLS and the JSON mapper above all: a fifth of a second. */
    public static void warmUp() {
        Base.CLIENT.newBuilder();
        Http.JSON.createObjectNode();
    }

    /** Built once, by whoever comes first; its settings and its TLS are shared by all connections. */
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

    /** The server's events; a stream that is silent for that long ends. */
    public EventStream events(Duration silence, Clock clock) {
        return new EventStream(client, http, silence, clock);
    }

    /** What the client's requests have cost so far; the event stream is not counted. */
    public Traffic traffic() {
        return traffic;
    }

    public void password(String password) {
        endpoint.password(password);
    }

    /** Whether nothing is to be sent for the time being; what is under way is given up. */
    public void pause(boolean now) {
        endpoint.pause(now);
        if (now) {
            http.dispatcher().cancelAll();
        }
    }

    /** A person knows that the password travels in plain text, and wants it sent. */
    public void allowPlainHttp() {
        endpoint.allowPlainHttp();
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
    }
}
