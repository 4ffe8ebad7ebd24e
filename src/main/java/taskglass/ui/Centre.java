package taskglass.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import taskglass.task.ServerHealth;
import taskglass.task.ServerId;
import taskglass.ui.server.ServerPage;

/** The middle of the window: the table, the word that there are no tasks, or the page about a server in the way. */
final class Centre {
    private final Node table;
    private final Node empty;
    private final ServerPage page;
    private Optional<ServerId> opened = Optional.empty();

    Centre(StackPane place, Node table, Node empty, ServerPage page) {
        this.table = table;
        this.empty = empty;
        this.page = page;
        place.getChildren().addFirst(table);
        place.getChildren().addLast(page.root());
    }

    /** Shows what there is to show of these servers. */
    void show(List<ServerHealth> servers, boolean noTasks) {
        Optional<ServerHealth> inTheWay = inTheWay(servers);
        inTheWay.ifPresent(page::show);
        page.root().setVisible(inTheWay.isPresent());
        empty.setVisible(inTheWay.isEmpty() && noTasks);
        table.setVisible(inTheWay.isEmpty() && !noTasks);
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
            case UNAUTHORISED -> 0;
            case CONNECTING, LIVE, POLLING_ONLY -> 1;
            case NOT_OPENCODE -> 2;
            case UNREACHABLE -> 3;
        };
    }
}
