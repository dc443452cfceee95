package io.chask.bench.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// What the operating system says of a process on this machine (Linux).
public final class ServerFigures {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    /// So long without a new low means that nothing more is given back. A heap gives back every few milliseconds.
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final long pid;

    /// @param pid of the server
    public ServerFigures(long pid) {
        this.pid = pid;
    }

    /// Resident memory, in bytes, after a full collection, once it no longer falls: what a collection frees goes
    /// back to the system piece by piece.
    ///
    /// @throws IllegalStateException when there is no such process
    public long residentAfterCollection() throws InterruptedException {
        jcmd("GC.run");
        long lowest = resident();
        long since = System.nanoTime();
        while (System.nanoTime() - since < SETTLED.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(100);
            long now = resident();
            if (now < lowest) {
                lowest = now;
                since = System.nanoTime();
            }
        }
        return lowest;
    }

    private long resident() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException("reading the figures of process " + pid, e);
        }
    }

    /// Heap in use, in bytes, after a full collection.
    ///
    /// @throws IllegalStateException when there is no such process
    public long heapAfterCollection() throws InterruptedException {
        jcmd("GC.run");
        var used = USED.matcher(jcmd("GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("the heap of process " + pid + " is unknown");
        }
        return Long.parseLong(used.group(1)) * 1024;
    }

    private String jcmd(String command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            command)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(30, TimeUnit.SECONDS);
            return said;
        } catch (IOException e) {
            throw new IllegalStateException("asking process " + pid + " for " + command, e);
        }
    }

    /// Processor time used so far.
    public Duration processorTime() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }
}
