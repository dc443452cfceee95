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
        var text = new StringBuilder(words);
        result.forEach((name, value) -> text.append("%n  %-16s %s".formatted(name, value)));
        printEither(text.toString(), result);
    }

    /// Prints the words, or for programs the object. To be called last.
    void printEither(String words, Map<String, ?> result) {
        var out = command.commandLine().getOut();
        out.println(json ? JSON.writeValueAsString(result) : words);
        out.flush();
    }
}
