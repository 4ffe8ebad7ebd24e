package taskglass.ledger;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Semaphore;

/** A program that writes runs without an end, and prints the number of each as soon as it is on the disk. */
final class Acknowledging {
    private static final int AHEAD = 200;

    private Acknowledging() {}

    public static void main(String[] args) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Semaphore room = new Semaphore(AHEAD);
        Ledger ledger = Ledger.in(
                new LedgerFile(Path.of(args[0])),
                Clock.systemUTC(),
                trouble -> trouble.ifPresent(known -> out.println(known.english())));
        for (int number = Integer.parseInt(args[1]); ; number++) {
            int written = number;
            room.acquire();
            ledger.record(Runs.completed(number)).thenRun(() -> {
                out.println(written);
                room.release();
            });
        }
    }
}
