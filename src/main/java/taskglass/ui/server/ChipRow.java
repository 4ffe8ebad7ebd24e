package taskglass.ui.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import taskglass.task.ServerId;
import taskglass.task.status.ServerHealth;
import taskglass.text.Texts;
import taskglass.ui.frame.ServerBadge;
import taskglass.ui.frame.StatusStyle.Tone;

/**
 * Lays out chips side by side as far as there is room. A button at the end lists the servers whose chips do not fit.
 */
final class ChipRow extends Pane {
    private static final double GAP = 16;
    private static final double LEAST = 72;

    private final BiConsumer<ServerId, Node> open;
    private final Button more = new Button();
    private final ContextMenu menu = new ContextMenu();
    private List<ServerHealth> servers = List.of();
    private List<Node> chips = List.of();
    private List<Node> notes = List.of();

    /** {@code open} shows the popup about a server, above a node. */
    ChipRow(BiConsumer<ServerId, Node> open) {
        this.open = open;
        more.getStyleClass().add("server-name");
        more.setId("more-servers");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setOnAction(e -> {
            if (!menu.isShowing()) {
                menu.show(more, Side.TOP, 0, 0);
            }
        });
        setMinWidth(LEAST);
    }

    /** Shows a chip for each of the servers, and notes after them. */
    void show(List<ServerHealth> now, List<? extends Node> itsChips, List<Node> behind) {
        servers = now;
        chips = List.copyOf(itsChips);
        notes = behind;
        List<Node> all = new ArrayList<>(chips);
        all.addAll(notes);
        all.add(more);
        put(all);
    }

    /** Nodes that stay are not taken out, which would cost them the focus. */
    private void put(List<Node> all) {
        getChildren().retainAll(all);
        for (int at = 0; at < all.size(); at++) {
            Node node = all.get(at);
            if (at == getChildren().size() || !getChildren().get(at).equals(node)) {
                getChildren().remove(node);
                getChildren().add(at, node);
            }
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return width(chips) + width(notes);
    }

    @Override
    protected double computePrefHeight(double width) {
        return getManagedChildren().stream()
                .mapToDouble(node -> node.prefHeight(-1))
                .max()
                .orElse(0);
    }

    private static double width(List<Node> nodes) {
        return nodes.stream().mapToDouble(node -> node.prefWidth(-1) + GAP).sum();
    }

    @Override
    protected void layoutChildren() {
        int fitting = fitting();
        collapse(fitting);
        double x = 0;
        for (Node node : getChildren()) {
            boolean shown = node.equals(more) ? fitting < chips.size() : isShown(node, fitting);
            node.setVisible(shown);
            if (shown) {
                double height = node.prefHeight(-1);
                node.resizeRelocate(x, (getHeight() - height) / 2, node.prefWidth(-1), height);
                x += node.prefWidth(-1) + GAP;
            }
        }
    }

    private boolean isShown(Node node, int fitting) {
        int index = chips.indexOf(node);
        return index < 0 ? fitting == chips.size() : index < fitting;
    }

    /** How many chips fit, leaving room for the button if not all do. */
    private int fitting() {
        if (width(chips) + width(notes) <= getWidth() + GAP) {
            return chips.size();
        }
        double room = getWidth() - LEAST;
        int fitting = 0;
        while (fitting < chips.size() - 1 && width(chips.subList(0, fitting + 1)) <= room) {
            fitting++;
        }
        return fitting;
    }

    private void collapse(int fitting) {
        List<ServerHealth> hidden = servers.subList(fitting, servers.size());
        String text = Texts.of("server.more", hidden.size());
        if (!text.equals(more.getText()) || menu.getItems().size() != hidden.size()) {
            more.setText(text);
        }
        more.setAccessibleText(Texts.of("server.more.accessible", hidden.size()));
        hidden.stream()
                .map(ServerText::of)
                .map(ServerText::tone)
                .max(Tone::compareTo)
                .ifPresent(tone -> tone.applyTo(more));
        menu.getItems().setAll(hidden.stream().map(this::item).toList());
    }

    private MenuItem item(ServerHealth health) {
        MenuItem item = new MenuItem(ServerText.of(health).text());
        ServerBadge.of(health.server()).ifPresent(item::setGraphic);
        item.setOnAction(e -> open.accept(health.server(), more));
        return item;
    }
}
