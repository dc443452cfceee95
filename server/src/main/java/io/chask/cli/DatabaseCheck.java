package io.chask.cli;

import io.chask.database.DatabaseReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Judges what was found in the database.
final class DatabaseCheck {

    private static final int OLDEST = 150_000;

    /// What an acknowledged message rests on, and what follows when it is off.
    private static final Map<String, String> DURABILITY = Map.of(
            "fsync", "A crash of the machine can lose acknowledged messages or the whole database: turn it on.",
            "synchronous_commit", "A crash can lose acknowledged messages: turn it on.",
            "full_page_writes", "A crash of the machine can damage the database: turn it on.");

    private DatabaseCheck() {}

    static List<Finding> judge(DatabaseReport report) {
        List<Finding> findings = new ArrayList<>();
        findings.add(version(report));
        DURABILITY.keySet().stream()
                .sorted()
                .map(name -> durability(name, report.settings().getOrDefault(name, "unknown")))
                .forEach(findings::add);
        findings.add(roles(report));
        findings.add(migrations(report.pendingMigrations()));
        return findings;
    }

    private static Finding version(DatabaseReport report) {
        return report.versionNumber() < OLDEST
                ? Finding.problem("PostgreSQL", report.version(), "PostgreSQL 15 or newer is needed.")
                : Finding.fine("PostgreSQL", report.version());
    }

    private static Finding durability(String name, String value) {
        return value.equals("off")
                ? Finding.problem(name, value, DURABILITY.getOrDefault(name, ""))
                : Finding.fine(name, value);
    }

    private static Finding roles(DatabaseReport report) {
        if (report.missingRoles().isEmpty()) {
            return Finding.fine("Roles", "all there");
        }
        var says = "missing "
                + String.join(", ", report.missingRoles().stream().sorted().toList());
        return report.canMakeRoles()
                ? Finding.warning("Roles", says, "The next ./chask run makes them.")
                : Finding.problem("Roles", says, "Let an administrator run what ./chask doctor --sql prints.");
    }

    private static Finding migrations(int pending) {
        return pending == 0
                ? Finding.fine("Schema", "of this version")
                : Finding.warning(
                        "Schema", pending + " migrations behind", "The next ./chask run brings it up to date.");
    }
}
