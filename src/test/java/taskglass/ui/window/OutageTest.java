package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeTableRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.Engine;
import taskglass.engine.QuickEngine;
import taskglass.lab.FaultProxy;
import taskglass.lab.FxThread;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;
import taskglass.text.TaskNames;

/** The window while a server that it watched does not answer, and once it is back. */
class OutageTest extends WindowOverDemo {
    private FaultProxy proxy;
    private AgentTask running;

    @Override
    Engine engine(Clock clock) {
        return QuickEngine.of(clock);
    }

    @BeforeEach
    void show() throws IOException {
        proxy = new FaultProxy(connection().server().url());
        interact(() -> {
            stage.setX(10);
            stage.setY(10);
            stage.setWidth(980);
            stage.setHeight(900);
            window.show();
            engine.watch(connection(proxy.baseUrl()));
        });
        FxThread.until("all is read", this::allIsRead);
        running = FxThread.ask(() -> engine.store().tasks().stream()
                .filter(task ->
                        task.status() == TaskStatus.RUNNING && task.parentKey().isEmpty())
                .findFirst()
                .orElseThrow());
    }

    @AfterEach
    void closeProxy() {
        proxy.close();
    }

    @Test
    void theRowsOfAServerThatIsGoneSayWhenTheyWereLastSeenAndCountNoSecondsOn() {
        FxThread.until("it says how long it has run", () -> !elapsed().equals("0s"));
        String before = elapsed();
        goAway();
        interact(() -> clock.set(clock.get().plusSeconds(125)));
        FxThread.until("its row says so", () -> row().contains("last seen 2 min ago"));
        assertThat(elapsed()).isEqualTo(before);
        assertThat(FxThread.ask(() ->
                        cell(".status-cell").getPseudoClassStates().stream().map(Object::toString)))
                .contains("muted");
    }

    @Test
    void itsDetailsSayTheSame() {
        interact(() -> window.goTo(running.key()));
        FxThread.until("its details are there", () -> node(".fact-status") != null);
        goAway();
        interact(() -> clock.set(clock.get().plusSeconds(125)));
        FxThread.until(
                "they say so",
                () -> "Running when last seen, 2 min ago".equals(((Label) node(".fact-status")).getText()));
        assertThat(text(".fact-why"))
                .startsWith("It was at work when its server last answered."
                        + " Its server does not answer; it was last seen 2 min ago.");
    }

    @Test
    void aLineSaysWhichServerIsGoneUntilItIsBack() throws IOException {
        goAway();
        assertThat(text("#outage-text"))
                .isEqualTo(running.key().server().shortName()
                        + " does not answer. Its tasks are shown as last seen less than a minute ago.");
        assertThat(text("#outage-remedy")).isEqualTo("Reconnect");
        proxy.accept();
        press("#outage-remedy");
        FxThread.until("the line is gone", () -> !node("#outage").isVisible());
        FxThread.until("the row is as before", () -> !row().contains("last seen"));
        assertThat(FxThread.ask(
                        () -> engine.store().find(running.key()).orElseThrow().lastSeen()))
                .isEmpty();
    }

    @Test
    void theLineThatWasClosedComesBackWithTheNextOutage() throws IOException {
        goAway();
        press("#outage-close");
        assertThat(FxThread.ask(() -> node("#outage").isVisible())).isFalse();
        proxy.accept();
        interact(() -> engine.serverControl().retry(running.key().server()));
        FxThread.until("it answers", () -> engine.health().getFirst().answers());
        goAway();
    }

    @Test
    void severalServersThatAreGoneTakeOneLine() throws IOException {
        try (FaultProxy other = new FaultProxy(connection().server().url())) {
            interact(() -> engine.watch(connection(other.baseUrl())));
            FxThread.until(
                    "both are listed",
                    () -> engine.health().stream()
                            .allMatch(health -> health.listed().isPresent()));
            other.refuse();
            proxy.refuse();
            FxThread.until("both are named", () -> text("#outage-text").startsWith("2 servers do not answer: "));
        }
    }

    @Test
    void aRequestOfAServerThatIsGoneSaysThatItCannotBeAnswered() {
        FxThread.until("a request waits", () -> node("#attention").isVisible());
        goAway();
        FxThread.until(
                "its second line says so",
                () -> text("#attention-below")
                        .startsWith("its server does not answer, so you cannot answer now · last seen"));
        assertThat(FxThread.ask(() -> node("#attention-once").isDisabled()
                        && node("#attention-answer").isDisabled()))
                .isTrue();
    }

    @Test
    void onceItsServerIsBackARequestCanBeAnsweredAgain() throws IOException {
        FxThread.until("a request waits", () -> node("#attention").isVisible());
        goAway();
        FxThread.until("it cannot be answered", () -> node("#attention-once").isDisabled());
        proxy.accept();
        press("#outage-remedy");
        FxThread.until("it can be answered", () -> !node("#attention-once").isDisabled());
    }

    private void goAway() {
        proxy.refuse();
        FxThread.until("the line is there", () -> node("#outage").isVisible());
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    private String text(String selector) {
        return FxThread.ask(() -> ((Labeled) node(selector)).getText());
    }

    private String elapsed() {
        return FxThread.ask(() -> cell("#elapsed, .number-cell").getAccessibleText());
    }

    private Node cell(String selector) {
        return tableRow().lookup(selector.substring(selector.lastIndexOf('.')));
    }

    /** All that its row says. */
    private String row() {
        List<String> texts = tableRow().lookupAll("*").stream()
                .filter(Labeled.class::isInstance)
                .map(label -> String.valueOf(((Labeled) label).getText()))
                .toList();
        return String.join(" ", texts);
    }

    private TreeTableRow<?> tableRow() {
        Stream<TreeTableRow<?>> rows = stage.getScene().getRoot().lookupAll(".tree-table-row-cell").stream()
                .filter(Node::isVisible)
                .map(node -> (TreeTableRow<?>) node);
        Optional<TreeTableRow<?>> found = rows.filter(row -> row.lookupAll(".name-cell").stream()
                        .anyMatch(cell -> TaskNames.of(running).equals(((Labeled) cell).getText())))
                .findFirst();
        return found.orElseThrow();
    }
}
