package taskglass.lab;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Tidies up between two test classes, when nothing that they share is in use. */
public final class BetweenClasses implements TestExecutionListener {
    /** The segments of the id of a class: the engine's and its own. */
    private static final int CLASS = 2;

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (identifier.getUniqueIdObject().getSegments().size() == CLASS) {
            SharedOpenCode.renewFull();
        }
    }
}
