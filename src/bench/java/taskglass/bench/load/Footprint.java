package taskglass.bench.load;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What this process takes of the machine. */
final class Footprint {
    private static final Path SMAPS = Path.of("/proc/self/smaps_rollup");

    private Footprint() {}

    static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** The share of one core that is used in that time, in per cent. */
    static double cpu(Duration time) throws InterruptedException {
        long wall = System.nanoTime();
        long before = cpuNanos();
        Thread.sleep(time);
        return 100.0 * (cpuNanos() - before) / (System.nanoTime() - wall);
    }

    /** A line of the kernel's sum over this process's memory, such as Pss or Rss, in megabytes; 0 where there is none. */
    static long megabytes(String line) throws IOException {
        if (!Files.isReadable(SMAPS)) {
            return 0;
        }
        return Files.readAllLines(SMAPS).stream()
                .filter(text -> text.startsWith(line + ":"))
                .mapToLong(text -> Long.parseLong(text.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    /** Megabytes of heap in use after it was cleaned. */
    static double liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
    }
}
