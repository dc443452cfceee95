package io.chask.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What the catalog says about isolation: a new table that forgets a rule fails here.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RowSecurityTest {

    private static final String TENANT_TABLES = """
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
            where a.attname = 'organization_id' and not a.attisdropped and c.relkind in ('r', 'p')
              and c.relnamespace = 'public'::regnamespace
            """;

    private final TestDatabase database = TestDatabase.create();
    private final Database owner = Database.open(database.owner(), DatabaseRole.OWNER, 1);

    @AfterAll
    void close() {
        owner.close();
        database.close();
    }

    private List<String> strings(String sql) {
        return owner.outsideOrganizations(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Test
    void everyTableIsATenantsOrOneOfTheFewThatBelongToNobody() {
        assertThat(strings("""
                        select relname from pg_class
                        where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                        """)).hasSizeGreaterThan(12);
        assertThat(strings("""
                        select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                        and relname not in (%s)
                        """.formatted(TENANT_TABLES)))
                .containsExactlyInAnyOrder("epoch", "secret", "demo", "flyway_schema_history");
    }

    @Test
    void everyTenantTableHasTheOrganizationFirstInItsPrimaryKey() {
        assertThat(strings("""
                        select c.relname from pg_class c where c.relname in (%s) and not exists (
                          select from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
                          where k.conrelid = c.oid and k.contype = 'p' and a.attname = 'organization_id')
                        """.formatted(TENANT_TABLES))).isEmpty();
    }

    @Test
    void everyTenantTableForcesRowSecurityAndAdmitsTheOwnerByPolicy() {
        assertThat(strings("""
                        select c.relname from pg_class c where c.relname in (%s) and not (
                          c.relrowsecurity and c.relforcerowsecurity
                          and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'owner')
                          and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'organization'))
                        """.formatted(TENANT_TABLES))).isEmpty();
    }

    @Test
    void everyForeignKeyBetweenTenantTablesCarriesTheOrganization() {
        assertThat(strings("""
                        select k.conrelid::regclass || ' -> ' || k.confrelid::regclass from pg_constraint k
                        join pg_attribute own on own.attrelid = k.conrelid and own.attnum = k.conkey[1]
                        join pg_attribute other on other.attrelid = k.confrelid and other.attnum = k.confkey[1]
                        where k.contype = 'f' and k.conrelid in (select oid from pg_class where relname in (%s))
                          and (own.attname, other.attname) <> ('organization_id', 'organization_id')
                        """.formatted(TENANT_TABLES))).isEmpty();
    }

    @Test
    void theRolesOfConnectionsOwnNothingAndBypassNothing() {
        assertThat(strings("""
                        select rolname from pg_roles where rolname like 'chask\\_%'
                          and rolname <> 'chask_owner' and (rolsuper or rolbypassrls or rolcanlogin)
                        """)).isEmpty();
        assertThat(strings("select distinct tableowner from pg_tables where schemaname = 'public'"))
                .containsExactly("chask_owner");
    }

    @Test
    void grantsAreExactlyTheseOfTheWriterAndTheWatcher() {
        assertThat(strings("""
                        select grantee || ' ' || privilege_type || ' ' || table_name
                        from information_schema.role_table_grants
                        where grantee in ('chask_writer', 'chask_watcher') order by 1
                        """))
                .containsExactlyInAnyOrder(
                        "chask_watcher SELECT epoch",
                        "chask_watcher SELECT mark",
                        "chask_watcher SELECT revocation",
                        "chask_writer SELECT epoch",
                        "chask_writer SELECT conversation",
                        "chask_writer INSERT conversation",
                        "chask_writer SELECT message",
                        "chask_writer INSERT message",
                        "chask_writer SELECT mark",
                        "chask_writer INSERT mark",
                        "chask_writer SELECT visitor");
    }

    @Test
    void withoutTheSettingTheApplicationSeesNoRowOfAnyTenantTable() {
        UUID organization = UUID.randomUUID();
        database.execute("insert into organization (organization_id, name) values ('" + organization + "', 'Seen')");
        for (String table : strings(TENANT_TABLES)) {
            long rows = database.application()
                    .outsideOrganizations(handle -> handle.createQuery("select count(*) from " + table)
                            .mapTo(Long.class)
                            .one());
            assertThat(rows).as(table).isZero();
        }
        assertThat(database.count("select count(*) from organization")).isPositive();
    }

    @Test
    void theSettingEndsWithItsTransaction() {
        UUID organization = UUID.randomUUID();
        database.execute("insert into organization (organization_id, name) values ('" + organization + "', 'Brief')");
        try (Database one = Database.open(database.owner(), DatabaseRole.APPLICATION, 1)) {
            assertThat(count(one, organization)).isEqualTo(1);
            assertThat(one.<Long, RuntimeException>outsideOrganizations(
                            handle -> handle.createQuery("select count(*) from organization")
                                    .mapTo(Long.class)
                                    .one()))
                    .isZero();
        }
    }

    private static long count(Database database, UUID organization) {
        return database.inOrganization(
                organization,
                handle -> handle.createQuery("select count(*) from organization")
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void aRowOfAnotherOrganizationCannotBeWritten() {
        UUID own = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        assertThatThrownBy(() -> database.application()
                        .useOrganization(
                                own,
                                handle -> handle.createUpdate(
                                                "insert into organization (organization_id, name) values (:id, 'Smuggled')")
                                        .bind("id", other)
                                        .execute()))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining("row-level security");
    }

    @Test
    void theWatcherCannotReadContent() {
        try (Database watcher = Database.open(database.owner(), DatabaseRole.WATCHER, 1)) {
            assertThatThrownBy(() ->
                            watcher.outsideOrganizations(handle -> handle.createQuery("select content from message")
                                    .mapToMap()
                                    .list()))
                    .isInstanceOf(UnableToExecuteStatementException.class)
                    .hasMessageContaining("permission denied");
        }
    }
}
