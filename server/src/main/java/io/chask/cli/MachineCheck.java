package io.chask.cli;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Looks at what is under the server: the JDK, its memory, open files and the data folder.
final class MachineCheck {

    private static final int NEEDED_JAVA = 25;
    private static final long MEGABYTE = 1L << 20;
    private static final long LITTLE_SPACE = 1L << 30;
    private static final long FEW_DESCRIPTORS = 8_192;

    private MachineCheck() {}

    static List<Finding> look(Path data) {
        return List.of(java(Runtime.version()), memory(), descriptors(), folder(data));
    }

    static Finding java(Runtime.Version version) {
        if (version.feature() < NEEDED_JAVA) {
            return Finding.problem(
                    "Java", "release " + version, "Install a JDK of release " + NEEDED_JAVA + " or newer.");
        }
        return Finding.fine("Java", "release " + version);
    }

    private static Finding memory() {
        return Finding.fine(
                "Memory", "up to " + Runtime.getRuntime().maxMemory() / MEGABYTE + " MB of heap (CHASK_JAVA_OPTIONS)");
    }

    private static Finding descriptors() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            return descriptors(system.getMaxFileDescriptorCount());
        }
        return Finding.fine("Open files", "no limit known");
    }

    /// Every open page is a connection, and every connection an open file.
    static Finding descriptors(long limit) {
        var says = "at most " + limit;
        if (limit < FEW_DESCRIPTORS) {
            return Finding.warning(
                    "Open files", says, "Each open page takes one: raise the limit (ulimit -n, or LimitNOFILE=).");
        }
        return Finding.fine("Open files", says);
    }

    static Finding folder(Path data) {
        var shown = data.toAbsolutePath().normalize().toString();
        if (!Files.exists(data)) {
            return Finding.warning("Data folder", shown + " is not there yet", "./chask run makes it.");
        }
        if (!Files.isDirectory(data) || !Files.isWritable(data)) {
            return Finding.problem("Data folder", shown + " cannot be written", "Give it to the server's user.");
        }
        return space(data, shown);
    }

    private static Finding space(Path data, String shown) {
        try {
            long free = Files.getFileStore(data).getUsableSpace();
            var says = shown + ", " + free / MEGABYTE + " MB free";
            return free < LITTLE_SPACE
                    ? Finding.warning("Data folder", says, "A full disk stops the chat: make room.")
                    : Finding.fine("Data folder", says);
        } catch (IOException e) {
            return Finding.problem("Data folder", shown + ": " + e.getMessage(), "See whether its disk is well.");
        }
    }
}
