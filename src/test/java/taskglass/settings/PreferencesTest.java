package taskglass.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.settings.Preferences.Density;
import taskglass.settings.Preferences.Editor;
import taskglass.settings.Preferences.EditorChoice;
import taskglass.settings.Preferences.Language;

/** The general choices, kept in the file and read from what a person may have written there. */
class PreferencesTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasChosenIsThereAfterARestart() {
        Preferences first = preferences();
        first.language(Language.GERMAN);
        first.density(Density.COMPACT);
        first.quietAfterMinutes(12);
        first.editor(new EditorChoice(Editor.COMMAND, "mine {folder}"));
        first.terminal("kitty {command}");
        Preferences second = preferences();
        assertThat(second.language()).isEqualTo(Language.GERMAN);
        assertThat(second.density()).isEqualTo(Density.COMPACT);
        assertThat(second.quietAfterMinutes()).isEqualTo(12);
        assertThat(second.editor()).isEqualTo(new EditorChoice(Editor.COMMAND, "mine {folder}"));
        assertThat(second.terminal()).isEqualTo("kitty {command}");
    }

    @Test
    void neverQuietIsAChoiceAndNoDefault() {
        preferences().quietAfterMinutes(0);
        assertThat(preferences().quietAfterMinutes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"VERY\"",
                "-1",
                "99999",
                "[]",
                "{\"program\":\"EMACS\",\"command\":\"emacs\"}",
                "{\"program\":null,\"command\":null}"
            })
    void aValueThatCannotBeUsedCountsAsTheDefaultAndStaysInTheFile(String value) throws IOException {
        String sections =
                "{'language':#,'density':#,'quietAfterMinutes':#,'editor':#,'terminal':[#]}".replace('\'', '"');
        Files.writeString(folder.resolve("settings.json"), sections.replace("#", value));
        Preferences preferences = preferences();
        assertThat(preferences.language()).isEqualTo(Language.SYSTEM);
        assertThat(preferences.density()).isEqualTo(Density.COMFORTABLE);
        assertThat(preferences.quietAfterMinutes()).isEqualTo(5);
        assertThat(preferences.editor()).isEqualTo(new EditorChoice(Editor.ANY, ""));
        assertThat(preferences.terminal()).isEmpty();
        new Preferences(settings()).density(Density.COMPACT);
        assertThat(Files.readString(folder.resolve("settings.json")).replaceAll("\\s", ""))
                .contains("\"language\":" + value, "\"editor\":" + value);
    }

    private Preferences preferences() {
        return new Preferences(settings());
    }

    private Settings settings() {
        return Settings.of(SettingsFile.at(folder.resolve("settings.json")), Runnable::run);
    }
}
