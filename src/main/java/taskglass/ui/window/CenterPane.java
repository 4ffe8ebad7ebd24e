package taskglass.ui.window;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import taskglass.task.ServerId;
import taskglass.task.status.ServerHealth;
import taskglass.ui.server.ServerPage;

/**
 * The middle of the window. Shows the task table, a text that there are no tasks or no matching tasks, or the page
 * about a server that needs attention.
 */
final class CenterPane {
    private final Node table;
    private final Node noTasksPane;
    private final Node noMatchPane;
    private final ServerPage page;
    private Optional<ServerId> opened = Optional.empty();

    CenterPane(StackPane parent, Node table, Node noTasksPane, Node noMatchPane, ServerPage page) {
        this.table = table;
        this.noTasksPane = noTasksPane;
        this.noMatchPane = noMatchPane;
        this.page = page;
        parent.getChildren().addFirst(table);
        parent.getChildren().addLast(page.root());
        // A hidden page would still claim its height and push the visible one over the bars of the window.
        for (Node hidden : List.of(noTasksPane, noMatchPane, page.root())) {
            hidden.managedProperty().bind(hidden.visibleProperty());
        }
    }

    /** Shows the table, the matching text or the page for these servers. */
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
        noTasksPane.setVisible(!paged && noTasks);
        noMatchPane.setVisible(!paged && noMatch);
        table.setVisible(!paged && !noTasks && !noMatch);
        if (leaves) {
            table.requestFocus();
        }
    }

    /** Whether a server is ready to work with. */
    boolean ready() {
        return !page.root().isVisible();
    }

    /** Opens the page about a server in trouble the next time the middle is shown. A second call closes it again. */
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

    /**
     * Returns the server that the page is about: the one the user asked for or, while no server has been listed yet,
     * the most promising one.
     */
    private Optional<ServerHealth> inTheWay(List<ServerHealth> servers) {
        Optional<ServerHealth> chosen = servers.stream()
                .filter(health -> opened.equals(Optional.of(health.server())))
                .filter(health -> health.trouble().isPresent())
                .findFirst();
        boolean listed = servers.stream().anyMatch(health -> health.listed().isPresent());
        return listed ? chosen : chosen.or(() -> servers.stream().min(Comparator.comparingInt(CenterPane::rank)));
    }

    private static int rank(ServerHealth health) {
        return switch (health.state()) {
            case UNAUTHORISED, PLAIN_HTTP -> 0;
            case CONNECTING, LIVE, POLLING_ONLY -> 1;
            case NOT_OPENCODE, TOO_OLD -> 2;
            case UNREACHABLE -> 3;
            case PAUSED -> 4;
        };
    }
}
