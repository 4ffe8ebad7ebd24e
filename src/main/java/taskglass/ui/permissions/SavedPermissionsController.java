package taskglass.ui.permissions;

import java.util.Set;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import taskglass.engine.Engine;
import taskglass.task.request.SavedPermission;
import taskglass.text.FolderName;
import taskglass.text.ServerNames;
import taskglass.text.Texts;
import taskglass.text.VisibleText;
import taskglass.ui.frame.Fxml;

/**
 * The dialog of permissions that were granted permanently, grouped by project. Each can be revoked. Queries the servers
 * only while it is open.
 */
public final class SavedPermissionsController {
    private final SavedPermissions permissions;
    private final Parent root;

    @FXML
    private Pane projects;

    @FXML
    private Label state;

    @FXML
    private Label trouble;

    public SavedPermissionsController(Engine engine) {
        permissions = new SavedPermissions(engine, this::refresh);
        root = Fxml.load("saved-permissions", this);
    }

    public Parent root() {
        return root;
    }

    /** Called when the dialog is shown. Requests the stored permissions. */
    public void opened() {
        permissions.load();
    }

    /** Called when the dialog has closed. Makes no further requests. */
    public void closed() {
        permissions.stop();
    }

    private void refresh() {
        projects.getChildren()
                .setAll(permissions.projects().stream().map(this::card).toList());
        showMessage(state, state());
        showMessage(trouble, permissions.trouble());
    }

    private String state() {
        if (!permissions.anyStored()) {
            return Texts.of("permissions.not.stored");
        }
        return permissions
                .asking()
                .map(place -> Texts.of(
                        "permissions.asking",
                        new FolderName(place.directory()).shown(),
                        ServerNames.of(place.server())))
                .orElseGet(() -> permissions.projects().isEmpty() ? Texts.of("permissions.empty") : "");
    }

    private static void showMessage(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }

    private Node card(SavedPermissions.Project project) {
        Set<String> directories = project.directories();
        String folder = VisibleText.line(new FolderName(project.directories().first()).shown());
        Label name = styled(Texts.of("permissions.project", folder, directories.size() - 1), "pending-parent");
        name.setTooltip(new Tooltip(directories.stream().map(VisibleText::line).collect(Collectors.joining("\n"))));
        VBox card = new VBox(name, styled(ServerNames.of(project.server()), "pending-why"));
        card.getStyleClass().addAll("pending-card", "permission-project");
        project.permissions().forEach(permission -> card.getChildren().add(line(project, permission)));
        return card;
    }

    private Node line(SavedPermissions.Project project, SavedPermission permission) {
        String what = permission.resource().equals("*")
                ? Texts.of("permissions.everything")
                : VisibleText.line(permission.resource());
        String action = VisibleText.line(permission.action());
        Label rule = styled(Texts.of("permissions.rule", action, what), "permission-rule");
        rule.setWrapText(true);
        HBox.setHgrow(rule, Priority.ALWAYS);
        Button revoke = new Button(Texts.of("permissions.revoke"));
        revoke.setAccessibleText(Texts.of("permissions.revoke.accessible", action, what));
        revoke.setMinWidth(Region.USE_PREF_SIZE);
        revoke.setOnAction(e -> {
            revoke.setDisable(true);
            permissions.revoke(project, permission);
        });
        HBox line = new HBox(rule, revoke);
        line.getStyleClass().add("pending-head");
        return line;
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
