package taskglass.ui.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.Engine;
import taskglass.lab.FxThread;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.task.request.Attention;
import taskglass.task.run.Fact;
import taskglass.task.store.Change;
import taskglass.ui.Sample;

/** What the strip does while time passes: a text that changes asks for a frame, though nobody sees it. */
class StripAtRestTest {
    private final SimpleObjectProperty<Instant> clock = new SimpleObjectProperty<>(Sample.NOON);
    private Engine engine;
    private AttentionBar bar;

    @BeforeEach
    void ask() {
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        engine = FxThread.ask(() -> new Engine(Clock.fixed(Sample.NOON, ZoneOffset.UTC), FxThread.executor(), none));
        bar = FxThread.ask(() -> new AttentionBar(engine, clock, task -> {}, () -> {}));
        hear(
                new Fact.Session(Sample.session("a", "", 0)),
                new Fact.Asked(new Attention("per_1", Attention.Kind.PERMISSION, "bash", "git push")));
    }

    @AfterEach
    void close() {
        FxThread.ask(() -> {
            engine.close();
            return true;
        });
    }

    @Test
    void whileARequestWaitsEachSecondIsShown() {
        assertThat(changesIn(5)).isEqualTo(5);
    }

    @Test
    void onceNothingWaitsNoSecondChangesAnything() {
        hear(new Fact.Replied("per_1"));
        assertThat(changesIn(5)).isZero();
    }

    private void hear(Fact... facts) {
        FxThread.ask(() -> {
            List<Change> changes = List.of(facts).stream()
                    .map(fact -> (Change) new Change.Heard(Sample.key("a"), Sample.NOON, fact))
                    .toList();
            bar.apply(engine.store().apply(changes));
            return true;
        });
    }

    private int changesIn(int seconds) {
        return FxThread.ask(() -> {
            AtomicInteger changes = new AtomicInteger();
            ((Label) bar.root().lookup("#attention-below"))
                    .textProperty()
                    .addListener((source, was, is) -> changes.incrementAndGet());
            for (int i = 0; i < seconds; i++) {
                clock.set(clock.get().plusSeconds(1));
            }
            return changes.get();
        });
    }
}
