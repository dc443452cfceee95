package io.chask.cli;

import picocli.CommandLine.Command;

/// `audit …`
@Command(
        name = "audit",
        description = "The audit log: who changed what. It can be checked and taken out, never changed.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AuditVerifyCommand.class, AuditExportCommand.class})
final class AuditCommand {}
