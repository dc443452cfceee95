package io.chask.cli;

import io.chask.account.Agents;
import io.chask.account.PasswordHasher;
import io.chask.audit.AuditReader;
import io.chask.config.Configuration;
import io.chask.database.Database;
import io.chask.database.DatabaseAccess;
import io.chask.database.DatabaseRole;
import io.chask.desk.Handovers;
import io.chask.organization.Directory;
import io.chask.organization.Organizations;
import io.chask.report.ReportCounter;
import io.chask.search.SearchIndexer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/// What a command works on: the installation's database, whether its server runs or not.
final class Installation implements AutoCloseable {

    private static final int CONNECTIONS = 2;

    private final StopHook hook;
    private final DatabaseAccess access;
    private final Database database;
    private final Database owner;
    private final SecureRandom random = new SecureRandom();

    private Installation(StopHook.Guarded<DatabaseAccess> guarded) {
        this.hook = guarded.hook();
        this.access = guarded.value();
        this.database = Database.open(access.owner(), DatabaseRole.APPLICATION, CONNECTIONS);
        this.owner = Database.open(access.owner(), DatabaseRole.OWNER, 1);
    }

    /// Reaches the database; starts the embedded one if no server runs it.
    static Installation open(Configuration configuration) {
        var url = Optional.ofNullable(configuration.database().url());
        // A Ctrl-C must not leave a database behind that this command has started.
        return new Installation(
                StopHook.guard(() -> DatabaseAccess.find(configuration.data(), url), DatabaseAccess::close));
    }

    Organizations organizations() {
        return new Organizations(database, random);
    }

    Directory directory() {
        return new Directory(owner);
    }

    AuditReader audit() {
        return new AuditReader(owner);
    }

    /// The database as its owner sees it: every organization at once.
    Database owner() {
        return owner;
    }

    /// A running server tells whom it concerns when it next looks for what has changed.
    Agents agents() {
        var handovers = new Handovers(database, (_, _) -> {});
        return new Agents(database, new PasswordHasher(random), handovers::release, Clock.systemUTC());
    }

    /// Follows with the search and the reports what was written beside the server. Blocks.
    void follow() {
        try (var watcher = Database.open(access.owner(), DatabaseRole.WATCHER, 1)) {
            new ReportCounter(database, watcher).catchUp();
            new SearchIndexer(database, watcher).catchUp();
        }
    }

    /// Stops the embedded database if this command started it.
    @Override
    public void close() {
        hook.takeBack();
        try (access) {
            database.close();
            owner.close();
        }
    }
}
