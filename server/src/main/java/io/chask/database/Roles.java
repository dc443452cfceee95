package io.chask.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the roles that connections step down to, if the owner may; else says what an administrator has to run.
public final class Roles {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private Roles() {}

    /// What an administrator runs once on an own server whose owner role may not make roles.
    ///
    /// @param owner the role the server signs in as
    public static String administratorSql(String owner) {
        return restricted()
                .map(role -> "create role %1$s nologin;\ngrant %1$s to \"%2$s\";\n"
                        .formatted(role.sqlName(), owner.replace("\"", "\"\"")))
                .collect(Collectors.joining());
    }

    /// Makes what is missing.
    ///
    /// @throws UnsuitableDatabase when the owner may not
    static void ensure(Connection owner) throws SQLException {
        for (DatabaseRole role : restricted().toList()) {
            try (Statement statement = owner.createStatement()) {
                ensure(statement, role.sqlName());
            } catch (SQLException e) {
                if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                    throw new UnsuitableDatabase(
                            "the owner of the database may not make roles. Let an administrator run:\n"
                                    + administratorSql(owner.getMetaData().getUserName()));
                }
                throw e;
            }
        }
    }

    private static void ensure(Statement statement, String role) throws SQLException {
        if (!holds(statement, "select exists (select from pg_roles where rolname = '" + role + "')")) {
            statement.execute("create role " + role + " nologin");
        }
        if (!holds(statement, "select pg_has_role(current_user, '" + role + "', '" + permission(statement) + "')")) {
            statement.execute("grant " + role + " to current_user");
        }
    }

    /// PostgreSQL 16 tells the permission to act as a role from plain membership.
    private static String permission(Statement statement) throws SQLException {
        return holds(statement, "select current_setting('server_version_num')::int >= 160000") ? "SET" : "MEMBER";
    }

    private static boolean holds(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /// All but the owner.
    static Stream<DatabaseRole> restricted() {
        return Stream.of(DatabaseRole.values()).filter(role -> role != DatabaseRole.OWNER);
    }
}
