package io.chask.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `audit export`: an organization's log as JSON lines on standard output.
@Command(
        name = "export",
        description = "Prints an organization's log, one JSON object a line, oldest first.",
        mixinStandardHelpOptions = true)
final class AuditExportCommand implements Callable<Integer> {

    @Mixin
    private OrganizationOption organization;

    @Mixin
    private DataOptions data;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        var out = command.commandLine().getOut();
        try (var installation = Installation.open(data.configuration())) {
            var id = organization.find(installation).organization().id();
            installation.audit().lines(id, line -> out.println(AuditLines.write(line)));
        }
        out.flush();
        return 0;
    }
}
