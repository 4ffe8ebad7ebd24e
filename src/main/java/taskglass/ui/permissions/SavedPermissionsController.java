package taskglass.ui.permissions;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
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
import taskglass.ui.frame.ButtonTips;
import taskglass.ui.frame.Fxml;
import taskglass.ui.frame.RowFocus;

/**
 * The list of permissions that were granted permanently, grouped by project. Each can be revoked. Queries the servers
 * only while it is open.
 */
public final class SavedPermissionsController {
    private final SavedPermissions permissions;
    private final Predicate<String> confirmed;
    private final Set<SavedPermission> going = new HashSet<>();
    private final Parent root;
    private final TextField filter = new TextField();

    @FXML
    private Pane projects;

    @FXML
    private Label state;

    @FXML
    private Label trouble;

    /** @param confirmed asks the user whether to revoke several, and returns the answer */
    public SavedPermissionsController(Engine engine, Predicate<String> confirmed) {
        this.confirmed = confirmed;
        permissions = new SavedPermissions(engine, this::refresh);
        root = Fxml.load("saved-permissions", this);
        filter.setId("permission-filter");
        filter.setPromptText(Texts.of("permissions.filter"));
        filter.setAccessibleText(Texts.of("permissions.filter.accessible"));
        filter.textProperty().addListener((source, was, typed) -> refresh());
        refresh();
    }

    public Parent root() {
        return root;
    }

    /** The field that narrows the list to what contains the typed words. */
    public TextField filter() {
        return filter;
    }

    /** Called when the list comes into view. Requests the stored permissions. */
    public void opened() {
        permissions.load();
    }

    /** Called when the list is no longer in view. Makes no further requests. */
    public void closed() {
        permissions.stop();
    }

    private void refresh() {
        List<Node> cards = permissions.projects().stream()
                .filter(project -> !matching(project).isEmpty())
                .map(this::card)
                .toList();
        RowFocus.replace(projects, cards, filter);
        showMessage(state, state());
        showMessage(trouble, permissions.trouble());
    }

    /** The project's permissions that, with its directories and server, contain all typed words. */
    private List<SavedPermission> matching(SavedPermissions.Project project) {
        List<String> words = List.of(lower(filter.getText()).strip().split("\\s+"));
        String place = String.join(" ", project.directories()) + " " + ServerNames.of(project.server());
        return project.permissions().stream()
                .filter(permission -> words.stream()
                        .allMatch(lower(place + " " + permission.action() + " " + permission.resource())::contains))
                .toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
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
                .orElseGet(this::nothing);
    }

    private String nothing() {
        if (permissions.projects().isEmpty()) {
            return Texts.of("permissions.empty");
        }
        return projects.getChildren().isEmpty() ? Texts.of("permissions.no.match", filter.getText()) : "";
    }

    private static void showMessage(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }

    private Node card(SavedPermissions.Project project) {
        VBox card = new VBox(head(project));
        card.getStyleClass().add("permission-project");
        matching(project).forEach(permission -> card.getChildren().add(line(project, permission)));
        return card;
    }

    private Node head(SavedPermissions.Project project) {
        Set<String> directories = project.directories();
        String folder = VisibleText.line(new FolderName(project.directories().first()).shown());
        Label name = styled(Texts.of("permissions.project", folder, directories.size() - 1), "permission-folder");
        name.setTooltip(new Tooltip(directories.stream().map(VisibleText::line).collect(Collectors.joining("\n"))));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox head = new HBox(name, styled(ServerNames.of(project.server()), "hint"), between);
        if (matching(project).size() > 1) {
            head.getChildren().add(revokeAll(project, folder));
        }
        head.getStyleClass().add("permission-head");
        return head;
    }

    private Node line(SavedPermissions.Project project, SavedPermission permission) {
        String what = permission.resource().equals("*")
                ? Texts.of("permissions.everything")
                : VisibleText.line(permission.resource());
        String action = VisibleText.line(permission.action());
        HBox kind = new HBox(styled(action, "pill"));
        kind.getStyleClass().add("permission-kind");
        Label rule = styled(what, "permission-rule");
        rule.setWrapText(true);
        rule.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(rule, Priority.ALWAYS);
        HBox line = new HBox(kind, rule, revoke(project, permission, Texts.of("permissions.rule", action, what)));
        line.getStyleClass().add("permission-line");
        return line;
    }

    private Button revoke(SavedPermissions.Project project, SavedPermission permission, String rule) {
        Button revoke = new Button(Texts.of("permissions.revoke"));
        revoke.getStyleClass().add("danger-text");
        revoke.setAccessibleText(Texts.of("permissions.revoke.accessible", rule));
        revoke.setMinWidth(Region.USE_PREF_SIZE);
        revoke.setOnAction(e -> revoke(project, permission));
        ButtonTips.in(revoke);
        return revoke;
    }

    /** Revokes those that the filter shows. */
    private Hyperlink revokeAll(SavedPermissions.Project project, String folder) {
        Hyperlink all = new Hyperlink(Texts.of("permissions.revoke.all"));
        all.setAccessibleText(Texts.of("permissions.revoke.all.accessible", folder));
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setOnAction(e -> {
            List<SavedPermission> shown = matching(project);
            if (confirmed.test(Texts.of("permissions.revoke.all.question", shown.size(), folder))) {
                shown.forEach(permission -> revoke(project, permission));
            }
        });
        ButtonTips.in(all);
        return all;
    }

    /** A button that is pressed again asks the server once only. It stays enabled, so that it keeps the focus. */
    private void revoke(SavedPermissions.Project project, SavedPermission permission) {
        if (going.add(permission)) {
            permissions.revoke(project, permission, () -> going.remove(permission));
        }
    }

    private static Label styled(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
