package taskglass.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import taskglass.engine.CommandFailed;
import taskglass.engine.SavedPermissions;
import taskglass.task.SavedPermission;
import taskglass.task.ServerId;
import taskglass.ui.frame.Fxml;
import taskglass.words.Folder;
import taskglass.words.RefusalWords;
import taskglass.words.ServerNames;
import taskglass.words.Words;

/** What servers of OpenCode 2 have stored as always allowed, project by project; each rule can be revoked. */
final class SavedPermissionsController {
    private final SavedPermissions permissions;
    private final Parent root;

    @FXML
    private Pane projects;

    @FXML
    private Label note;

    SavedPermissionsController(SavedPermissions permissions) {
        this.permissions = permissions;
        root = Fxml.load("saved-permissions", this);
    }

    Parent root() {
        return root;
    }

    /** Asks the servers, and shows what they answer: each as soon as it has. */
    void refresh() {
        projects.getChildren().clear();
        List<ServerId> servers = permissions.servers();
        note(Words.of(servers.isEmpty() ? "permissions.no.server" : "permissions.reading"));
        servers.forEach(server -> permissions.list(server).whenComplete((rules, failure) -> {
            if (failure == null) {
                show(server, rules);
            } else {
                note(RefusalWords.of(CommandFailed.reason(failure)));
            }
        }));
    }

    private void show(ServerId server, List<SavedPermission> rules) {
        Map<String, List<SavedPermission>> byProject = rules.stream()
                .collect(Collectors.groupingBy(SavedPermission::project, LinkedHashMap::new, Collectors.toList()));
        byProject.values().forEach(all -> projects.getChildren().add(card(server, all)));
        note(projects.getChildren().isEmpty() ? Words.of("permissions.none") : "");
    }

    private Node card(ServerId server, List<SavedPermission> rules) {
        String folder = new Folder(rules.getFirst().directory()).shown();
        Label name = styled(Words.of("permissions.project", folder, ServerNames.of(server)), "pending-parent");
        VBox card = new VBox(name);
        card.getStyleClass().add("pending-card");
        rules.forEach(rule -> card.getChildren().add(line(rule)));
        return card;
    }

    private Node line(SavedPermission rule) {
        String words = rule.resource().equals("*")
                ? Words.of("permissions.anything", rule.action())
                : Words.of("permissions.rule", rule.action(), rule.resource());
        Label label = styled(words, "pending-text");
        label.setWrapText(true);
        HBox.setHgrow(label, Priority.ALWAYS);
        Button revoke = new Button(Words.of("permissions.revoke"));
        revoke.setAccessibleText(Words.of("permissions.revoke.accessible", words));
        revoke.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(label, revoke);
        line.getStyleClass().add("pending-head");
        revoke.setOnAction(e -> {
            line.setDisable(true);
            permissions.revoke(rule).whenComplete((gone, failure) -> revoked(line, failure));
        });
        return line;
    }

    private void revoked(Node line, Throwable failure) {
        if (failure == null) {
            refresh();
        } else {
            line.setDisable(false);
            note(RefusalWords.of(CommandFailed.reason(failure)));
        }
    }

    private void note(String words) {
        note.setText(words);
        note.setVisible(!words.isEmpty());
        note.setManaged(!words.isEmpty());
    }

    private static Label styled(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    @FXML
    void close() {
        root.getScene().getWindow().hide();
    }
}
