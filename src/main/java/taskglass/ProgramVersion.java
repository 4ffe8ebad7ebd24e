package taskglass;

import picocli.CommandLine.IVersionProvider;
import taskglass.release.Project;

/** The version that the build wrote into the program. */
final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Taskglass " + Project.ofThisBuild().version()};
    }
}
