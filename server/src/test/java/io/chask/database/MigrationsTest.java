package io.chask.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class MigrationsTest {

    @Test
    void anEmptyDatabaseIsBroughtToThisVersionAndASecondRunChangesNothing() {
        ConnectionDetails owner = TestDatabase.createEmpty();

        assertThat(Migrations.pending(owner)).isPositive();
        Migrations.run(owner, false);
        assertThat(Migrations.pending(owner)).isZero();
        try (Database database = Database.open(owner, DatabaseRole.APPLICATION, 1)) {
            UUID epoch = Epoch.read(database);
            Migrations.run(owner, false);
            assertThat(Epoch.read(database)).isEqualTo(epoch);
            assertThat(Secrets.read(database, Secrets.Purpose.ATTACHMENT_LINK)).hasSize(32);
            assertThat(Secrets.read(database, Secrets.Purpose.ATTACHMENT_LINK))
                    .isNotEqualTo(Secrets.read(database, Secrets.Purpose.VISITOR_REQUEST));
        }
    }

    @Test
    void flywayIsOnlyAskedWhereTheDatabaseDoesNotSayThatItHasThisVersion() throws SQLException {
        ConnectionDetails owner = TestDatabase.createEmpty();
        Migrations.run(owner, false);
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            assertThat(SchemaFingerprint.isCurrent(connection)).isTrue();
            statement.execute("update flyway_schema_history set success = false where version = '1'");
            Migrations.run(owner, false);

            statement.execute("comment on table flyway_schema_history is 'V1__foundation.sql:0'");
            assertThat(SchemaFingerprint.isCurrent(connection)).isFalse();
            assertThatThrownBy(() -> Migrations.run(owner, false)).isInstanceOf(UnsuitableDatabase.class);

            statement.execute("update flyway_schema_history set success = true");
            Migrations.run(owner, false);
            assertThat(SchemaFingerprint.isCurrent(connection)).isTrue();
        }
    }

    @Test
    void aPlainOwnerThatMayActAsTheRolesIsEnough() throws SQLException {
        ConnectionDetails plain = plainOwner();
        try (Connection connection = DriverManager.getConnection(
                        TestDatabase.superuser().url(),
                        "postgres",
                        TestDatabase.superuser().password());
                Statement statement = connection.createStatement()) {
            for (DatabaseRole role : DatabaseRole.values()) {
                if (role != DatabaseRole.OWNER) {
                    statement.execute("grant " + role.sqlName() + " to " + plain.user());
                }
            }
        }
        Migrations.run(plain, false);

        assertThat(Migrations.pending(plain)).isZero();
    }

    @Test
    void anOwnerThatMayNotActAsTheRolesIsToldWhatAnAdministratorHasToRun() throws SQLException {
        ConnectionDetails plain = plainOwner();

        assertThatThrownBy(() -> Migrations.run(plain, false))
                .isInstanceOf(UnsuitableDatabase.class)
                .hasMessageContaining("grant chask_application to \"" + plain.user() + "\";");
    }

    private static ConnectionDetails plainOwner() throws SQLException {
        ConnectionDetails superuser = TestDatabase.superuser();
        String name = "plain_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection =
                        DriverManager.getConnection(superuser.url(), superuser.user(), superuser.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + name + " login password 'plain'");
            statement.execute("create database " + name + " owner " + name);
        }
        return new ConnectionDetails(superuser.url().replaceFirst("/\\w+$", "/" + name), name, "plain");
    }
}
