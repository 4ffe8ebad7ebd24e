package taskglass.bench.load;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** Measures processor time and memory of processes. */
final class Footprint {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Footprint() {}

    /** Processor seconds that this process has used on all cores since it began. */
    static double processorSeconds() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }

    /** The share of one core that this process uses in that time, in percent. */
    static double cpu(Duration time) throws InterruptedException {
        return cpu(time, SYSTEM::getProcessCpuTime);
    }

    /** The same for other processes, which the system counts in hundredths of a second. */
    static double cpu(Duration time, List<ProcessHandle> others) throws InterruptedException {
        return cpu(
                time,
                () -> others.stream()
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toNanos)
                        .sum());
    }

    private static double cpu(Duration time, LongSupplier nanos) throws InterruptedException {
        long wall = System.nanoTime();
        long before = nanos.getAsLong();
        Thread.sleep(time);
        return 100.0 * (nanos.getAsLong() - before) / (System.nanoTime() - wall);
    }

    static long megabytes(String line) throws IOException {
        return megabytes(line, ProcessHandle.current());
    }

    /** A line of the kernel's memory summary of a process, such as Pss or Rss, in megabytes; 0 if there is none. */
    static long megabytes(String line, ProcessHandle process) throws IOException {
        Path sums = Path.of("/proc", String.valueOf(process.pid()), "smaps_rollup");
        if (!Files.isReadable(sums)) {
            return 0;
        }
        return Files.readAllLines(sums).stream()
                .filter(text -> text.startsWith(line + ":"))
                .mapToLong(text -> Long.parseLong(text.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    /** Megabytes of this process's heap in use after a garbage collection. */
    static double liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
    }

    /** The average number of processes that wanted a processor in the last minute; negative if unknown. */
    static double machineLoad() {
        return SYSTEM.getSystemLoadAverage();
    }

    /** Megabytes of memory that the machine has. */
    static long machineMemory() {
        return SYSTEM.getTotalMemorySize() / 1048576;
    }
}
