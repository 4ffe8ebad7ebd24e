package taskglass;

import javafx.application.Application;
import picocli.CommandLine;
import taskglass.opencode.Connection;

/** Main: answers what the command line asks, makes sure that there is a desktop, and opens the window on it. */
public final class Taskglass {
    private Taskglass() {}

    // Not an Application itself: Java would start JavaFX before main, and print a trace where there is no desktop.
    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new Arguments());
        int status = commandLine.execute(arguments);
        boolean onlyAsked = commandLine.isUsageHelpRequested() || commandLine.isVersionHelpRequested();
        if (status != 0 || onlyAsked) {
            System.exit(status);
        }
        Thread.ofVirtual().name("warm-up").start(Connection::warmUp);
        System.exit(Display.show(() -> Application.launch(TaskglassApp.class, arguments)));
    }
}
