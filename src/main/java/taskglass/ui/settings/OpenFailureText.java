package taskglass.ui.settings;

import taskglass.programs.NotOpened;
import taskglass.text.Texts;

/** Says why a program could not be opened, and what to do about it. */
public final class OpenFailureText {
    private OpenFailureText() {}

    /**
     * Returns the sentence for a failure.
     *
     * @param what what was to be opened: {@code editor} or {@code terminal}
     */
    public static String of(String what, NotOpened failure) {
        return switch (failure.why()) {
            case NONE_FOUND -> Texts.of("open." + what + ".NONE_FOUND");
            case NOT_INSTALLED -> Texts.of("open.NOT_INSTALLED", Texts.of("settings.editor." + failure.subject()));
            case NO_FOLDER, BAD_COMMAND, UNSAFE_NAME, NOT_STARTED, ENDED ->
                Texts.of("open." + failure.why(), failure.subject(), failure.detail());
        };
    }
}
