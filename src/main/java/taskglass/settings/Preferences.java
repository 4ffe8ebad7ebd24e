package taskglass.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * The user's general choices, each in a section of its own. A value that cannot be used counts as the default and stays
 * in the file until the user chooses another one. Not thread-safe: used on the owner's thread only.
 */
public final class Preferences {
    /** The longest time, in minutes, after which a running task reads as quiet. */
    public static final int MOST_QUIET_MINUTES = 24 * 60;

    private static final int USUAL_QUIET_MINUTES = 5;
    private static final String LANGUAGE = "language";
    private static final String DENSITY = "density";
    private static final String QUIET = "quietAfterMinutes";
    private static final String EDITOR = "editor";
    private static final String TERMINAL = "terminal";

    private final Settings settings;
    private final List<Runnable> listeners = new ArrayList<>();

    public Preferences(Settings settings) {
        this.settings = settings;
    }

    /** The language of the window. */
    public enum Language {
        SYSTEM(""),
        ENGLISH("en"),
        GERMAN("de");

        private final String code;

        Language(String code) {
            this.code = code;
        }

        /** The language code; "" for that of the system. */
        public String code() {
            return code;
        }
    }

    /** How close the rows of the table stand. */
    public enum Density {
        COMFORTABLE,
        COMPACT
    }

    /** The program that opens a task's folder. */
    public enum Editor {
        /** The first one that is installed. */
        ANY,
        VSCODE,
        INTELLIJ,
        ZED,
        /** The user's own command. */
        COMMAND
    }

    /**
     * The editor, and the user's own command for one.
     *
     * @param command kept while another program is chosen
     */
    public record EditorChoice(Editor program, String command) {
        static final EditorChoice USUAL = new EditorChoice(Editor.ANY, "");

        public EditorChoice {
            program = program == null ? Editor.ANY : program;
            command = command == null ? "" : command;
        }
    }

    /** Calls the listener after each change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public Language language() {
        return settings.section(LANGUAGE, Language.class, Language.SYSTEM);
    }

    public void language(Language chosen) {
        put(LANGUAGE, chosen);
    }

    public Density density() {
        return settings.section(DENSITY, Density.class, Density.COMFORTABLE);
    }

    public void density(Density chosen) {
        put(DENSITY, chosen);
    }

    /** After how many minutes without activity a running task reads as quiet; 0 for never. */
    public int quietAfterMinutes() {
        int chosen = settings.section(QUIET, Integer.class, USUAL_QUIET_MINUTES);
        return chosen >= 0 && chosen <= MOST_QUIET_MINUTES ? chosen : USUAL_QUIET_MINUTES;
    }

    public void quietAfterMinutes(int chosen) {
        put(QUIET, Math.clamp(chosen, 0, MOST_QUIET_MINUTES));
    }

    public EditorChoice editor() {
        return settings.section(EDITOR, EditorChoice.class, EditorChoice.USUAL);
    }

    public void editor(EditorChoice chosen) {
        put(EDITOR, chosen);
    }

    /** The command that opens a terminal; "" for the platform's own. */
    public String terminal() {
        return settings.section(TERMINAL, String.class, "");
    }

    public void terminal(String command) {
        put(TERMINAL, command);
    }

    private void put(String section, Object chosen) {
        settings.put(section, chosen);
        listeners.forEach(Runnable::run);
    }
}
