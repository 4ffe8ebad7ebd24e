package taskglass.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import taskglass.task.ServerHealth;
import taskglass.task.ServerId;
import taskglass.ui.server.ServerPage;

/** The middle of the window: the table, the word that there are none or none that match, or the page about a server in the way. */
final class Centre {
    private final Node table;
    private final Node empty;
    private final Node nothing;
    private final ServerPage page;
    private Optional<ServerId> opened = Optional.empty();

    Centre(StackPane place, Node table, Node empty, Node nothing, ServerPage page) {
        this.table = table;
        this.empty = empty;
        this.nothing = nothing;
        this.page = page;
        place.getChildren().addFirst(table);
        place.getChildren().addLast(page.root());
        // A page that is not shown would still claim its height, and push what is shown over the bars of the window.
        for (Node hidden : List.of(empty, nothing, page.root())) {
            hidden.managedProperty().bind(hidden.visibleProperty());
        }
    }

    /** Shows what there is to show of these servers. */
    void show(List<ServerHealth> servers, boolean noTasks, boolean noMatch) {
        Optional<ServerHealth> inTheWay = inTheWay(servers);
        boolean searching = servers.isEmpty() && page.searches();
        boolean paged = inTheWay.isPresent() || searching;
        boolean leaves = page.root().isVisible() && !paged;
        page.root().setVisible(paged);
        inTheWay.ifPresent(page::show);
        if (searching) {
            page.showSearch();
        }
        empty.setVisible(!paged && noTasks);
        nothing.setVisible(!paged && noMatch);
        table.setVisible(!paged && !noTasks && !noMatch);
        if (leaves) {
            table.requestFocus();
        }
    }

    /** Whether there is a server to work with. */
    boolean ready() {
        return !page.root().isVisible();
    }

    /** Opens the page about a server in trouble at the next showing; the second time closes it again. */
    void open(ServerId server) {
        opened = opened.equals(Optional.of(server)) ? Optional.empty() : Optional.of(server);
    }

    void focus() {
        if (ready()) {
            table.requestFocus();
        } else {
            page.focusFirst();
        }
    }

    /** The server that the page is about: one that was asked for, or the most promising while none has ever been listed. */
    private Optional<ServerHealth> inTheWay(List<ServerHealth> servers) {
        Optional<ServerHealth> chosen = servers.stream()
                .filter(health -> opened.equals(Optional.of(health.server())))
                .filter(health -> health.trouble().isPresent())
                .findFirst();
        boolean listed = servers.stream().anyMatch(health -> health.listed().isPresent());
        return listed ? chosen : chosen.or(() -> servers.stream().min(Comparator.comparingInt(Centre::rank)));
    }

    private static int rank(ServerHealth health) {
        return switch (health.word()) {
            case UNAUTHORISED, PLAIN_HTTP -> 0;
            case CONNECTING, LIVE, POLLING_ONLY -> 1;
            case NOT_OPENCODE, TOO_OLD -> 2;
            case UNREACHABLE -> 3;
            case PAUSED -> 4;
        };
    }
}
