package io.chask.cli;

import io.chask.config.ConfigReader;
import io.chask.config.Setting;
import io.chask.config.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `run`: every setting is a flag, so its options come from the list of settings.
final class RunCommand {

    private static final String CONFIG = "--config";

    private RunCommand() {}

    static CommandLine create(ServerProcess server) {
        var spec = CommandSpec.create().name("run").mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description("Starts the server and stays until it is stopped.")
                .sortOptions(false);
        spec.addOption(OptionSpec.builder(CONFIG)
                .type(Path.class)
                .paramLabel("FILE")
                .description("Settings in a file; not set: chask.properties in the data folder, if it is there.")
                .build());
        Settings.ALL.forEach(setting -> spec.addOption(option(setting)));
        var command = new CommandLine(spec);
        command.setExecutionStrategy(parsed -> run(parsed, command, server));
        return command;
    }

    private static OptionSpec option(Setting setting) {
        var standard = setting.defaultValue().isEmpty() ? "" : " Default: " + setting.defaultValue() + ".";
        return OptionSpec.builder(setting.flag())
                .type(String.class)
                .paramLabel("VALUE")
                .description((setting.description() + standard).replace("%", "%%"))
                .build();
    }

    private static int run(ParseResult parsed, CommandLine command, ServerProcess server) {
        var help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        try {
            var file = given(parsed, CONFIG);
            var reader = new ConfigReader(System.getenv());
            return server.serve(reader.read(flags(parsed), file == null ? null : Path.of(file)));
        } catch (RuntimeException failure) {
            return Failures.explain(failure, command, parsed);
        }
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
