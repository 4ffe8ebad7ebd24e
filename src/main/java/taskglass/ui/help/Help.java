package taskglass.ui.help;

import java.net.URI;
import java.util.function.Consumer;
import taskglass.release.Project;
import taskglass.release.UpdateChoice;
import taskglass.settings.Settings;
import taskglass.text.Texts;
import taskglass.ui.frame.Dialogs;

/** The help commands about Taskglass itself. */
public final class Help {
    private final Project project = Project.ofThisBuild();
    private final Dialogs dialogs;
    private final UpdateChoice updates;
    private final Consumer<URI> browser;

    /** @param browser opens a web page */
    public Help(Dialogs dialogs, Settings settings, Consumer<URI> browser) {
        this.dialogs = dialogs;
        this.updates = new UpdateChoice(settings);
        this.browser = browser;
    }

    public void documentation() {
        browser.accept(project.documentation());
    }

    /** Shows names, licenses and copyrights of everything that is shipped. */
    public void notices() {
        dialogs.stage(Texts.of("notices.title"), new LicensesController(project.notices()).root())
                .show();
    }

    /** Shows the release and the runtime. There the user can choose to be told about newer releases. */
    public void about() {
        AboutController about =
                new AboutController(project.version(), updates, this::notices, () -> browser.accept(project.page()));
        dialogs.stage(Texts.of("about.title"), about.root()).show();
    }
}
