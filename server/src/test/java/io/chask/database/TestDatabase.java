package io.chask.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A fresh, migrated database for a test class, on one real embedded PostgreSQL a JVM. Close it after the class.
public final class TestDatabase implements AutoCloseable {

    private static final String TEMPLATE = "chask_template";
    private static final Set<String> FOLLOWING = Set.of(
            "first_response", "report_progress", "report_quarter", "resolution", "search_entry", "search_progress");

    private final String name;
    private final ConnectionDetails owner;
    private final Database application;

    private TestDatabase(String name) {
        this.name = name;
        this.owner = Cluster.POSTGRES.owner(name);
        this.application = Database.open(owner, DatabaseRole.APPLICATION, 8);
    }

    /// Makes a database from the migrated template.
    public static TestDatabase create() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        Cluster.execute("create database " + name + " template " + TEMPLATE);
        return new TestDatabase(name);
    }

    /// An empty database without schema.
    static ConnectionDetails createEmpty() {
        String name = "empty_" + UUID.randomUUID().toString().replace("-", "");
        Cluster.execute("create database " + name);
        return Cluster.POSTGRES.owner(name);
    }

    /// The cluster's administrator.
    static ConnectionDetails superuser() {
        return Cluster.POSTGRES.superuser();
    }

    /// How to sign in as the owner, who sees every organization.
    public ConnectionDetails owner() {
        return owner;
    }

    /// The application's pool.
    public Database application() {
        return application;
    }

    /// Executes statements as the owner, beside all rules.
    public void execute(String sql) {
        execute(owner, sql);
    }

    private static void execute(ConnectionDetails as, String sql) {
        try (Connection connection = DriverManager.getConnection(as.url(), as.user(), as.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /// The number a query gives, as the owner.
    public long count(String sql) {
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /// How many statements that begin so wait for a lock, of this database alone.
    public long waiting(String beginning) {
        return count("""
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock' and query like '%s%%'
                """.formatted(beginning));
    }

    /// Every row of every table that an organization has, as text, as the owner; but not what is counted and indexed
    /// beside
    /// the messages, which may still be on its way (ADR 0011, ADR 0016).
    public String content(UUID organization) {
        var tables = rows("select attrelid::regclass::text from pg_attribute join pg_class c on c.oid = attrelid"
                + " where attname = 'organization_id' and c.relkind = 'r' and not attisdropped"
                + " and c.relnamespace = 'public'::regnamespace order by 1");
        var content = new StringBuilder();
        for (var table : tables) {
            if (FOLLOWING.contains(table)) {
                continue;
            }
            content.append(table).append('\n');
            rows("select t::text from " + table + " t where organization_id = '" + organization + "' order by 1")
                    .forEach(row -> content.append(row).append('\n'));
        }
        return content.toString();
    }

    private List<String> rows(String sql) {
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        application.close();
        // As the owner it would be refused while an autovacuum of the cluster's administrator is at work in it.
        execute(Cluster.POSTGRES.superuser(), "drop database " + name + " with (force)");
    }

    /// Deletes a folder that a test has made, with all that is in it.
    public static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Started with the first database, stopped with the JVM.
    private static final class Cluster {

        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                Path folder = Files.createTempDirectory("chask-test-");
                EmbeddedPostgres postgres = EmbeddedPostgres.start(
                        folder, Path.of("target", "postgres").toAbsolutePath());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, folder)));
                execute(postgres, "create database " + TEMPLATE);
                Migrations.run(postgres.owner(TEMPLATE), false);
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres postgres, Path folder) {
            postgres.close();
            remove(folder);
        }

        private static synchronized void execute(String sql) {
            execute(POSTGRES, sql);
        }

        private static void execute(EmbeddedPostgres postgres, String sql) {
            TestDatabase.execute(postgres.owner(), sql);
        }
    }
}
