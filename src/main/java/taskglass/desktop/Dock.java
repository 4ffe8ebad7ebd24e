package taskglass.desktop;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;

/**
 * Shows the number of waiting tasks on the program's entry in docks. It uses Unity's launcher interface on the session
 * bus, which the docks of Ubuntu and KDE support: they show the icon of the menu entry, not that of the window. Without
 * a bus nothing happens. Docks drop the number when its sender leaves, so the connection stays open once a task has
 * waited.
 */
public final class Dock {
    private static final Logger LOG = System.getLogger(Dock.class.getName());

    /** The name that packages give the menu entry. */
    private static final String ENTRY = "application://taskglass.desktop";

    private static final String INTERFACE = "com.canonical.Unity.LauncherEntry";
    private static final String PATH = "/com/canonical/unity/launcherentry/taskglass";

    private final Executor worker;
    private final Optional<String> bus;
    /** Used by the worker only. */
    private Optional<DBusConnection> connection = Optional.empty();

    /** The executor runs the blocking calls and must preserve their order. */
    public Dock(Executor worker, Map<String, String> environment) {
        this.worker = worker;
        this.bus = bus(environment);
    }

    /** Finds the session bus by its address or in its usual place. */
    private static Optional<String> bus(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("DBUS_SESSION_BUS_ADDRESS"))
                .or(() -> Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                        .map(folder -> Path.of(folder, "bus"))
                        .filter(Files::exists)
                        .map(socket -> "unix:path=" + socket));
    }

    /** Shows how many tasks wait; zero removes the number. */
    public void show(int waiting) {
        bus.ifPresent(address -> worker.execute(() -> send(address, waiting)));
    }

    private void send(String address, int waiting) {
        try {
            if (connection.filter(DBusConnection::isConnected).isEmpty()) {
                connection = waiting == 0 ? Optional.empty() : Optional.of(connect(address));
            }
            if (connection.isPresent()) {
                connection.get().sendMessage(update(waiting));
            }
        } catch (DBusException | RuntimeException e) {
            // The window's title contains the number, too.
            LOG.log(Level.DEBUG, "no dock was told on " + address, e);
        }
    }

    private static DBusConnection connect(String address) throws DBusException {
        return DBusConnectionBuilder.forAddress(address).withShared(false).build();
    }

    private static DBusSignal update(int waiting) throws DBusException {
        Map<String, Variant<?>> properties = new LinkedHashMap<>();
        properties.put("count", new Variant<>((long) waiting));
        properties.put("count-visible", new Variant<>(waiting > 0));
        return new DBusSignal(null, PATH, INTERFACE, "Update", "sa{sv}", ENTRY, properties);
    }
}
