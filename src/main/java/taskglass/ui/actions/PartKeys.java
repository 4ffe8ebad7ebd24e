package taskglass.ui.actions;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import taskglass.text.Texts;

/** The keys that work within a part of the window, for the list of keys. The part that handles them names them. */
public record PartKeys(String id, List<Line> lines) {
    /**
     * What some keys do there.
     *
     * @param id the end of the key of its text
     */
    public record Line(String id, List<KeyCombination> keys) {
        public static Line of(String id, KeyCombination... keys) {
            return new Line(id, List.of(keys));
        }

        public static Line of(String id, KeyCode... codes) {
            return new Line(
                    id,
                    Stream.of(codes)
                            .<KeyCombination>map(KeyCodeCombination::new)
                            .toList());
        }
    }

    String title() {
        return Texts.of("keys.part." + id);
    }

    String name(Line line) {
        return Texts.of("keys.part." + id + "." + line.id());
    }
}
