package taskglass.ui.help;

import java.net.URI;
import java.util.function.Consumer;
import taskglass.release.Project;
import taskglass.text.Texts;
import taskglass.ui.frame.Dialogs;

/** The help commands about Taskglass itself. */
public final class Help {
    private final Project project = Project.ofThisBuild();
    private final Dialogs dialogs;
    private final Consumer<URI> browser;

    /** @param browser opens a web page */
    public Help(Dialogs dialogs, Consumer<URI> browser) {
        this.dialogs = dialogs;
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

    /** Shows the release and the runtime. */
    public void about() {
        AboutController about =
                new AboutController(project.version(), this::notices, () -> browser.accept(project.page()));
        dialogs.stage(Texts.of("about.title"), about.root()).show();
        about.focus();
    }
}
