package io.chask.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What an operator may want to know about a database. Reading it changes nothing.
///
/// @param version           as PostgreSQL writes it
/// @param versionNumber     as `server_version_num`
/// @param settings          values of those that decide whether an acknowledged message survives a crash
/// @param missingRoles      roles the owner cannot step down to
/// @param canMakeRoles      whether the owner can make them himself
/// @param pendingMigrations how many the next start would run
public record DatabaseReport(
        String version,
        int versionNumber,
        Map<String, String> settings,
        Set<String> missingRoles,
        boolean canMakeRoles,
        int pendingMigrations) {

    private static final String SETTINGS = """
            select name, setting from pg_settings
            where name in ('server_version', 'server_version_num', 'fsync', 'synchronous_commit', 'full_page_writes')
            """;
    private static final String REACHABLE_ROLES = "select rolname from pg_roles where pg_has_role(oid, 'MEMBER')";
    private static final String ROLE_MAKER =
            "select rolname from pg_roles where rolname = current_user and (rolcreaterole or rolsuper)";

    public DatabaseReport {
        settings = Map.copyOf(settings);
        missingRoles = Set.copyOf(missingRoles);
    }

    /// Looks. Blocks.
    ///
    /// @throws StoreUnavailable when the database cannot be reached
    public static DatabaseReport read(ConnectionDetails owner) {
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password())) {
            Map<String, String> settings = settings(connection);
            return new DatabaseReport(
                    settings.getOrDefault("server_version", ""),
                    Integer.parseInt(settings.getOrDefault("server_version_num", "0")),
                    settings,
                    missingRoles(connection),
                    !names(connection, ROLE_MAKER).isEmpty(),
                    Migrations.pending(owner));
        } catch (SQLException e) {
            throw new StoreUnavailable("looking at " + owner.url(), e);
        }
    }

    private static Map<String, String> settings(Connection connection) throws SQLException {
        Map<String, String> settings = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SETTINGS)) {
            while (rows.next()) {
                settings.put(rows.getString("name"), rows.getString("setting"));
            }
        }
        return settings;
    }

    private static Set<String> missingRoles(Connection connection) throws SQLException {
        Set<String> missing = Roles.restricted().map(DatabaseRole::sqlName).collect(Collectors.toSet());
        missing.removeAll(names(connection, REACHABLE_ROLES));
        return missing;
    }

    private static Set<String> names(Connection connection, String query) throws SQLException {
        Set<String> names = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString("rolname"));
            }
        }
        return names;
    }
}
