package io.chask.cli;

import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tools.jackson.databind.json.JsonMapper;

/// How a command answers: in words, or for programs.
final class OutputOptions {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--json", description = "Print the result as one JSON object, the last line of standard output.")
    private boolean json;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    /// Prints the result. To be called last, so that nothing follows the object.
    ///
    /// @param result names and values in the order they are shown
    void print(String words, Map<String, String> result) {
        var out = command.commandLine().getOut();
        if (json) {
            out.println(JSON.writeValueAsString(result));
        } else {
            out.println(words);
            result.forEach((name, value) -> out.printf("  %-16s %s%n", name, value));
        }
        out.flush();
    }
}
