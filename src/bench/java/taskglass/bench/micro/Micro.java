package taskglass.bench.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks of the hot paths with the JVM options of the launcher, and writes {@code jmh.json} and {@code
 * jmh.md}. Run by {@code mvn -q -Pbench -DskipTests package exec:exec@jmh}.
 */
public final class Micro {
    private static final TimeValue ROUND = TimeValue.milliseconds(500);

    private Micro() {}

    /** Arguments: part of the names of the benchmarks to run, and the directory for the results. */
    public static void main(String[] arguments) throws RunnerException, IOException {
        Path directory = Path.of(arguments[1]);
        Options options = new OptionsBuilder()
                .include(arguments[0])
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(1)
                .warmupIterations(4)
                .warmupTime(ROUND)
                .measurementIterations(6)
                .measurementTime(ROUND)
                .addProfiler(GCProfiler.class)
                .jvmArgs(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xms32m",
                        "-Xmx256m",
                        "-XX:+UseCompactObjectHeaders")
                .resultFormat(ResultFormatType.JSON)
                .result(directory.resolve("jmh.json").toString())
                .build();
        Collection<RunResult> results = new Runner(options).run();
        Files.writeString(directory.resolve("jmh.md"), new Report(results).markdown());
    }
}
