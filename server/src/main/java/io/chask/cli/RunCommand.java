package io.chask.cli;

import io.chask.config.ConfigReader;
import io.chask.config.Setting;
import io.chask.config.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `run`: every setting is a flag, so its options come from the list of settings.
final class RunCommand implements Callable<Integer> {

    /// How it is called.
    static final String NAME = "run";

    private static final String CONFIG = "--config";

    private final ServerProcess server;
    private final CommandSpec spec;

    private RunCommand(ServerProcess server) {
        this.server = server;
        this.spec = CommandSpec.wrapWithoutInspection(this).name(NAME).mixinStandardHelpOptions(true);
    }

    static CommandLine create(ServerProcess server) {
        var spec = new RunCommand(server).spec;
        spec.usageMessage()
                .description("Starts the server and stays until it is stopped.")
                .sortOptions(false)
                .abbreviateSynopsis(true);
        spec.addOption(OptionSpec.builder(CONFIG)
                .type(Path.class)
                .paramLabel("FILE")
                .description("Settings in a file; not set: chask.properties in the data folder, if it is there.")
                .build());
        Settings.ALL.forEach(setting -> spec.addOption(option(setting)));
        return new CommandLine(spec);
    }

    private static OptionSpec option(Setting setting) {
        var standard = setting.defaultValue().isEmpty() ? "" : " Default: " + setting.defaultValue() + ".";
        return OptionSpec.builder(setting.flag())
                .type(String.class)
                .paramLabel("VALUE")
                .description((setting.description() + standard).replace("%", "%%"))
                .build();
    }

    @Override
    public Integer call() {
        var parsed = spec.commandLine().getParseResult();
        var file = given(parsed, CONFIG);
        var reader = new ConfigReader(System.getenv());
        return server.serve(reader.read(flags(parsed), file == null ? null : Path.of(file)));
    }

    private static Map<String, String> flags(ParseResult parsed) {
        Map<String, String> flags = new HashMap<>();
        for (var setting : Settings.ALL) {
            var value = given(parsed, setting.flag());
            if (value != null) {
                flags.put(setting.flag(), value);
            }
        }
        return flags;
    }

    private static @Nullable String given(ParseResult parsed, String name) {
        Object value = parsed.matchedOptionValue(name, null);
        return value == null ? null : value.toString();
    }
}
