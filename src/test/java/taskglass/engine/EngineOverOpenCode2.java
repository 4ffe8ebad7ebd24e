package taskglass.engine;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import taskglass.lab.OpenCode2Agents;

/** Tests of the engine beside a scripted server of 2.x that has one session. */
abstract class EngineOverOpenCode2 {
    OpenCode2Rig rig;
    OpenCode2Agents agents;
    String session;

    @BeforeEach
    void watch() throws IOException {
        rig = new OpenCode2Rig();
        agents = rig.agents;
        session = rig.session;
    }

    @AfterEach
    void close() {
        rig.close();
    }
}
