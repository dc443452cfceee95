package io.chask.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings a database to this version's schema.
final class Migrations {

    private static final int OLDEST = 150_000;

    private Migrations() {}

    /// Checks the server, makes the roles, then migrates. Safe to run by several nodes at once.
    ///
    /// @param throwAwayData accept a server that loses acknowledged messages in a crash (`fsync = off`)
    /// @throws UnsuitableDatabase when the server is too old, not durable, or its owner lacks a right
    /// @throws StoreUnavailable   when it cannot be reached
    public static void run(ConnectionDetails owner, boolean throwAwayData) {
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password())) {
            check(connection, throwAwayData);
            Roles.ensure(connection);
            if (!SchemaFingerprint.isCurrent(connection)) {
                migrate(owner);
                SchemaFingerprint.write(connection);
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("preparing " + owner.url(), e);
        }
    }

    private static void migrate(ConnectionDetails owner) {
        try {
            flyway(owner).migrate();
        } catch (FlywayException e) {
            throw new UnsuitableDatabase("the schema could not be brought to this version: " + e.getMessage());
        }
    }

    /// How many migrations this version would still run. Blocks.
    public static int pending(ConnectionDetails owner) {
        return flyway(owner).info().pending().length;
    }

    private static Flyway flyway(ConnectionDetails owner) {
        return Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .loggers("slf4j")
                .load();
    }

    private static void check(Connection connection, boolean throwAwayData) throws SQLException {
        if (Integer.parseInt(setting(connection, "server_version_num")) < OLDEST) {
            throw new UnsuitableDatabase(
                    "PostgreSQL 15 or newer is needed, this is " + setting(connection, "server_version"));
        }
        if (!throwAwayData && !setting(connection, "fsync").equals("on")) {
            throw new UnsuitableDatabase(
                    "this PostgreSQL runs with fsync = off and would lose acknowledged messages in a crash");
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
