package io.chask.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chask.audit.ChainCheck.Head;
import io.chask.audit.ChainCheck.Verdict;
import io.chask.audit.ChainCheck.Verdict.Broken;
import io.chask.audit.ChainCheck.Verdict.Whole;
import io.chask.database.Database;
import io.chask.database.DatabaseRole;
import io.chask.database.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuditLogTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00.123456Z");

    private final TestDatabase database = TestDatabase.create();
    private final Database owner = Database.open(database.owner(), DatabaseRole.OWNER, 1);
    private final AuditReader reader = new AuditReader(owner);
    private final AuditLog log = new AuditLog(database.application());

    @AfterAll
    void close() {
        owner.close();
        database.close();
    }

    private UUID organization() {
        UUID id = UUID.randomUUID();
        database.execute("insert into organization (organization_id, name) values ('" + id + "', 'Org')");
        return id;
    }

    private void append(UUID organization, Map<String, String> details) {
        var subject = Subject.of("thing", UUID.randomUUID());
        var entry = new AuditEntry(organization, Actor.SYSTEM, Action.ORGANIZATION_CHANGED, subject, details);
        database.application().useOrganization(organization, handle -> AuditLog.append(handle, entry, NOW));
    }

    private UUID logOfFive() {
        var organization = organization();
        for (int number = 1; number <= 5; number++) {
            append(organization, Map.of("name", "Añá, \"" + number + "\"", "at", "x"));
        }
        return organization;
    }

    /// As somebody does who owns the database and switches its guard off.
    private void tamper(String statement) {
        database.execute("alter table audit_entry disable trigger user; " + statement
                + "; alter table audit_entry enable trigger user");
    }

    private Verdict check(UUID organization) {
        return reader.check(organization, Head.NONE);
    }

    private Head last(UUID organization) {
        return ((Whole) check(organization)).last();
    }

    private long brokenLine(UUID organization) {
        assertThat(check(organization)).isInstanceOf(Broken.class);
        return ((Broken) check(organization)).number();
    }

    @Test
    void linesAreNumberedFromOneAndTheChainIsWhole() {
        var organization = logOfFive();
        assertThat(last(organization).number()).isEqualTo(5);
        assertThat(log.page(organization, new AuditQuery(Long.MAX_VALUE, null, null, 3)))
                .extracting(named -> named.line().number())
                .containsExactly(5L, 4L, 3L);
        assertThat(log.page(organization, new AuditQuery(2, null, "organization.changed", 3)))
                .extracting(named -> named.line().details().get("name"))
                .containsExactly("Añá, \"1\"");
        assertThat(log.page(organization, new AuditQuery(9, UUID.randomUUID(), null, 3)))
                .isEmpty();
    }

    @Test
    void anOrganizationWithoutALogIsWhole() {
        assertThat(check(organization())).isEqualTo(new Whole(Head.NONE));
    }

    @Test
    void concurrentAppendsFormOneChainWithoutGaps() throws Exception {
        var organization = organization();
        // As many as there are connections: who waits for one gives up after some seconds.
        try (var threads = Executors.newFixedThreadPool(8)) {
            var appends = new ArrayList<Future<?>>();
            for (int number = 0; number < 40; number++) {
                appends.add(threads.submit(() -> append(organization, Map.of())));
            }
            for (var append : appends) {
                append.get();
            }
        }
        assertThat(last(organization).number()).isEqualTo(40);
    }

    @Test
    void aLineIsGoneWithTheTransactionThatFailed() {
        var organization = logOfFive();
        assertThatThrownBy(() -> database.application().useOrganization(organization, handle -> {
                    var entry = new AuditEntry(
                            organization, Actor.SYSTEM, Action.KEY_ADDED, Subject.organization(organization));
                    AuditLog.append(handle, entry, NOW);
                    throw new IllegalStateException("changed its mind");
                }))
                .hasMessage("changed its mind");
        assertThat(last(organization).number()).isEqualTo(5);
    }

    @Test
    void noOneChangesOrDeletesALineNotEvenTheOwner() {
        var organization = logOfFive();
        var mine = " where organization_id = '" + organization + "'";
        for (var statement : List.of(
                "update audit_entry set action = 'x'" + mine,
                "delete from audit_entry" + mine,
                "truncate audit_entry")) {
            assertThatThrownBy(() -> database.execute(statement)).hasRootCauseMessage("""
                    ERROR: the audit log is only ever appended to
                      Where: PL/pgSQL function audit_refuse() line 3 at RAISE""");
            assertThatThrownBy(() ->
                            database.application().useOrganization(organization, handle -> handle.execute(statement)))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void everyChangedColumnBreaksTheChainAtItsLine() {
        for (var change : List.of(
                "at = at + interval '1 ms'",
                "actor_kind = 'command_line'",
                "actor_id = gen_random_uuid()",
                "action = 'agent.added'",
                "subject_kind = 'other'",
                "subject_id = 'other'",
                "details = details || '{\"name\": \"other\"}'",
                "details = details - 'at'",
                "details = '[1]'",
                "hash = sha256('x')")) {
            var organization = logOfFive();
            tamper("update audit_entry set " + change + " where number = 3 and organization_id = '" + organization
                    + "'");
            assertThat(brokenLine(organization)).as(change).isEqualTo(3);
        }
    }

    @Test
    void aDeletedLineIsMissed() {
        var organization = logOfFive();
        tamper("delete from audit_entry where number = 2 and organization_id = '" + organization + "'");
        assertThat(brokenLine(organization)).isEqualTo(2);
    }

    @Test
    void swappedLinesAreFound() {
        var organization = logOfFive();
        var mine = "organization_id = '" + organization + "'";
        tamper("update audit_entry set number = 100 where number = 2 and " + mine
                + "; update audit_entry set number = 2 where number = 4 and " + mine
                + "; update audit_entry set number = 4 where number = 100 and " + mine);
        assertThat(brokenLine(organization)).isEqualTo(2);
    }

    @Test
    void aCutOffEndIsFoundByTheHeadBesideTheLines() {
        var organization = logOfFive();
        tamper("delete from audit_entry where number > 3 and organization_id = '" + organization + "'");
        assertThat(brokenLine(organization)).isEqualTo(4);
    }

    @Test
    void aLineSlippedInBehindTheHeadIsFound() {
        var organization = logOfFive();
        tamper("update audit_chain set length = 4, hash = (select hash from audit_entry where number = 4"
                + " and organization_id = '" + organization + "') where organization_id = '" + organization + "'");
        assertThat(brokenLine(organization)).isEqualTo(5);
    }

    /// Who owns the database can cut lines off and set the head back, or write everything anew: then the log is in
    /// itself
    /// whole, and only a line that was noted elsewhere tells.
    @Test
    void aCutOffEndWithItsHeadSetBackIsFoundByANotedLineOnly() {
        var organization = logOfFive();
        var noted = last(organization);
        tamper("delete from audit_entry where number > 3 and organization_id = '" + organization + "'");
        tamper("update audit_chain set length = 3, hash = (select hash from audit_entry where number = 3"
                + " and organization_id = '" + organization + "') where organization_id = '" + organization + "'");
        assertThat(check(organization)).isInstanceOf(Whole.class);
        assertThat(reader.check(organization, noted))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.number()).isEqualTo(4));
        append(organization, Map.of());
        append(organization, Map.of());
        assertThat(check(organization)).isInstanceOf(Whole.class);
        assertThat(reader.check(organization, noted))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.number()).isEqualTo(5));
    }

    @Test
    void aNotedLineThatIsThereIsFine() {
        var organization = logOfFive();
        var noted = last(organization);
        append(organization, Map.of());
        assertThat(reader.check(organization, noted)).isInstanceOf(Whole.class);
    }

    @Test
    void logsOfOtherOrganizationsAreChainsOfTheirOwn() {
        var one = logOfFive();
        var other = logOfFive();
        assertThat(last(one).hash()).isNotEqualTo(last(other).hash());
        assertThat(reader.organizations()).contains(one, other);
        assertThat(log.page(one, new AuditQuery(Long.MAX_VALUE, null, null, 100)))
                .hasSize(5);
    }

    @Test
    void theHashIsTheDocumentedOne() {
        var organization = UUID.fromString("11111111-1111-4111-8111-111111111111");
        var agent = UUID.fromString("22222222-2222-4222-8222-222222222222");
        var line = new AuditLine(
                organization, 1, NOW, "agent", agent, "key.added", new Subject("key", "k"), Map.of("a", "é"), "");
        var encoded = new ArrayList<String>();
        for (var field : List.of(
                "13:chask-audit-1",
                "64:" + "0".repeat(64),
                "36:" + organization,
                "1:1",
                "24:2026-11-25T10:00:00.123Z",
                "5:agent",
                "36:" + agent,
                "9:key.added",
                "3:key",
                "1:k",
                "1:a",
                "2:é")) {
            encoded.add(field + ",");
        }
        assertThat(database.count("select count(*) where encode(sha256(convert_to('" + String.join("", encoded)
                        + "', 'UTF8')), 'hex') = '" + Chain.hash(Chain.BEGINNING, line) + "'"))
                .isOne();
    }
}
