package io.chask.cli;

import io.chask.config.ConfigReader;
import io.chask.config.Configuration;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which installation a command is about. The environment and the file of settings count as they do for `run`.
final class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Folder of everything kept; not set: as for run, ./data.")
    private @Nullable String data;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "An own PostgreSQL; not set: the one that comes along, in the data folder.")
    private @Nullable String databaseUrl;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings in a file; not set: chask.properties in the data folder.")
    private @Nullable Path config;

    Configuration configuration() {
        Map<String, String> flags = new HashMap<>();
        if (data != null) {
            flags.put("--data", data);
        }
        if (databaseUrl != null) {
            flags.put("--database-url", databaseUrl);
        }
        return new ConfigReader(System.getenv()).read(flags, config);
    }
}
