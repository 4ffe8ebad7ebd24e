package taskglass.ui.launch;

import taskglass.text.Texts;

/** What a launch still lacks. The first of several is named. */
enum Missing {
    SERVER,
    /** Another server is ready, but not the chosen one. */
    CHOSEN_SERVER,
    PROMPT,
    FOLDER,
    NOTHING;

    /** What to do about it; "" if nothing is missing. */
    String text() {
        return this == NOTHING ? "" : Texts.of("launch.missing." + this);
    }
}
