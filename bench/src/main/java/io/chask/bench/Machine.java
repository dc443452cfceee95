package io.chask.bench;

import io.chask.bench.server.Storage;
import io.chask.database.Database;
import io.chask.database.DatabaseRole;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a figure depends on: the machine, its software, and what was measured.
final class Machine {

    private Machine() {}

    /// As it is now.
    static Map<String, Object> describe() throws InterruptedException {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("version", version());
        facts.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("processor", line(Path.of("/proc/cpuinfo"), "model name"));
        facts.put("processors", Runtime.getRuntime().availableProcessors());
        facts.put("memory", line(Path.of("/proc/meminfo"), "MemTotal"));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("java", Runtime.version().toString());
        return facts;
    }

    /// Of the machine, over the last minute; negative where it is not known.
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /// Version and durability of the database.
    static Map<String, Object> database(Storage storage) {
        try (var access = storage.access();
                var database = Database.open(access.owner(), DatabaseRole.APPLICATION, 1)) {
            return database.outsideOrganizations(handle -> {
                var facts = new LinkedHashMap<String, Object>();
                for (String setting : List.of("server_version", "fsync", "synchronous_commit")) {
                    facts.put(
                            "postgresql " + setting,
                            handle.createQuery("select current_setting(:setting)")
                                    .bind("setting", setting)
                                    .mapTo(String.class)
                                    .one());
                }
                return facts;
            });
        }
    }

    /// As git tells it; measured copies without git say so.
    private static String version() throws InterruptedException {
        try {
            var git = new ProcessBuilder("git", "describe", "--always", "--dirty")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? said : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        }
    }

    private static String line(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException notHere) {
            return "unknown";
        }
    }
}
