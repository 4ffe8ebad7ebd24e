package taskglass.engine;

import java.time.Clock;

/** An engine that asks its servers ten times as often as usual, for tests of the window over it. */
public final class QuickEngine {
    private QuickEngine() {}

    public static Engine of(Clock clock) {
        return FaultRig.quick(clock);
    }
}
