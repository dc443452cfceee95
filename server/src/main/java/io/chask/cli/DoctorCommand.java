package io.chask.cli;

import static java.util.stream.Collectors.joining;

import io.chask.cli.Finding.Level;
import io.chask.config.Configuration;
import io.chask.database.DatabaseAccess;
import io.chask.database.DatabaseReport;
import io.chask.database.EmbeddedPostgresFailed;
import io.chask.database.Roles;
import io.chask.database.StoreUnavailable;
import io.chask.database.UnsuitableDatabase;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `doctor`: looks at an installation, changes nothing (it writes a probe into a store of files and deletes it), and
/// says what to do. Ends with 1 if something does not work.
@Command(
        name = "doctor",
        description = "Looks at the JDK, the data folder, the database and the store of files, and says what to do.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private static final String USUAL_OWNER = "chask";

    @Option(
            names = "--sql",
            description = "Print what an administrator of an own PostgreSQL has to run, and nothing else.")
    private boolean sql;

    @Mixin
    private DataOptions data;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        var configuration = data.configuration();
        if (sql) {
            printSql(configuration);
            return 0;
        }
        List<Finding> findings = new ArrayList<>(MachineCheck.look(configuration.data()));
        findings.addAll(database(configuration));
        findings.addAll(StoreCheck.look(configuration));
        boolean well = findings.stream().noneMatch(finding -> finding.level() == Level.PROBLEM);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ok", well);
        result.put("findings", findings.stream().map(Finding::members).toList());
        output.printEither(findings.stream().map(Finding::line).collect(joining(System.lineSeparator())), result);
        return well ? 0 : 1;
    }

    private static List<Finding> database(Configuration configuration) {
        var url = url(configuration);
        if (url.isEmpty() && !Files.exists(configuration.data())) {
            return List.of();
        }
        try (var access = DatabaseAccess.look(configuration.data(), url)) {
            return DatabaseCheck.judge(DatabaseReport.read(access.owner()));
        } catch (StoreUnavailable | UnsuitableDatabase | EmbeddedPostgresFailed e) {
            return List.of(Finding.problem("Database", String.valueOf(e.getMessage()), cause(e)));
        }
    }

    private static String cause(RuntimeException failure) {
        var cause = failure.getCause();
        return cause == null ? "" : String.valueOf(cause.getMessage());
    }

    private void printSql(Configuration configuration) {
        var owner = url(configuration)
                .map(address -> DatabaseAccess.look(configuration.data(), Optional.of(address)))
                .map(access -> access.owner().user())
                .orElse(USUAL_OWNER);
        var out = command.commandLine().getOut();
        out.printf("""
                -- Run once by an administrator of your own PostgreSQL (15 or newer).
                -- The role that Chask signs in as, and its database, if they are not there yet:
                --   create role "%1$s" login password '…';
                --   create database chask owner "%1$s";
                -- The roles that Chask's connections step down to:
                """, owner);
        out.print(Roles.administratorSql(owner));
        out.flush();
    }

    private static Optional<String> url(Configuration configuration) {
        return Optional.ofNullable(configuration.database().url());
    }
}
