package taskglass.ui.filter;

import java.util.ArrayList;
import java.util.List;
import taskglass.settings.Settings;

/** The filters that the user saved, in the order in which they were saved. */
final class SavedFilters {
    private static final String SECTION = "filters";

    private record Chosen(List<String> texts) {}

    private final Settings settings;

    SavedFilters(Settings settings) {
        this.settings = settings;
    }

    List<String> texts() {
        return settings.section(SECTION, Chosen.class, new Chosen(List.of())).texts();
    }

    void keep(String text) {
        List<String> texts = new ArrayList<>(texts());
        if (!text.isEmpty() && !texts.contains(text)) {
            texts.add(text);
            settings.put(SECTION, new Chosen(texts));
        }
    }

    void forget(String text) {
        List<String> texts = new ArrayList<>(texts());
        texts.remove(text);
        settings.put(SECTION, new Chosen(texts));
    }
}
