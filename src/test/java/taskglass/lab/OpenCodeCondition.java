package taskglass.lab;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether tests against a real OpenCode can run here; see {@link NeedsOpenCode}. */
final class OpenCodeCondition implements ExecutionCondition {
    private static final String REASON = "the real-server tests need npm on the PATH, which installs OpenCode for them";
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ConditionEvaluationResult result = decide(NpmOpenCode.npm().isPresent(), "true".equals(System.getenv("CI")));
        if (result.isDisabled() && TOLD.compareAndSet(false, true)) {
            System.err.println("SKIPPED: " + REASON + " (https://nodejs.org)");
        }
        return result;
    }

    /** Throws where CI would otherwise pass without having tested anything. */
    static ConditionEvaluationResult decide(boolean npm, boolean ci) {
        if (npm) {
            return ConditionEvaluationResult.enabled("npm is here");
        } else if (ci) {
            throw new IllegalStateException("In CI " + REASON + ".");
        } else {
            return ConditionEvaluationResult.disabled(REASON);
        }
    }
}
