package io.chask.report;

import io.chask.database.Database;
import io.chask.database.DatabaseRole;
import io.chask.database.TestDatabase;
import java.util.List;
import java.util.UUID;

/// An organization whose conversations happened at known times.
final class Books implements AutoCloseable {

    private final TestDatabase database = TestDatabase.create();
    private final Database watcher = Database.open(database.owner(), DatabaseRole.WATCHER, 1);
    private final UUID visitor = UUID.randomUUID();
    private UUID organization = UUID.randomUUID();

    /// Another organization: empty books.
    void anew() {
        organization = UUID.randomUUID();
        database.execute(
                "insert into organization (organization_id, name) values ('%s', 'Shop')".formatted(organization));
        database.execute(
                "insert into visitor (organization_id, id) values ('%s', '%s')".formatted(organization, visitor));
    }

    UUID organization() {
        return organization;
    }

    UUID visitor() {
        return visitor;
    }

    TestDatabase database() {
        return database;
    }

    ReportCounter counter() {
        return new ReportCounter(database.application(), watcher);
    }

    void count() {
        counter().catchUp();
    }

    Reports reports() {
        return new Reports(database.application());
    }

    /// So many conversations within five days, each answered once after anything up to three hours.
    void many(int conversations) {
        database.execute("""
                insert into conversation (organization_id, id, visitor_id, last_sequence, created_at)
                select '%s', md5('c' || n)::uuid, '%s', 2, timestamptz '2026-10-30T05:00Z' + n * interval '840 s'
                from generate_series(1, %d) n
                """.formatted(organization, visitor, conversations));
        database.execute("""
                insert into message (organization_id, conversation_id, sequence, id, sender, content, created_at)
                select c.organization_id, c.id, s, md5(c.id || '/' || s)::uuid, case s when 1 then 'user' else 'agent' end, '…',
                  c.created_at + (s - 1) * abs(hashtext(c.id::text)::bigint) %% 10800 * interval '1 s'
                from conversation c, generate_series(1, 2) s where c.organization_id = '%s'
                """.formatted(organization));
    }

    /// How long the answers of `many` took, counted by the database from the messages themselves.
    List<ConversationReport.Spread> spreads(String grouping) {
        return database.application()
                .inOrganization(
                        organization,
                        handle -> handle.createQuery("""
                        select count(*) as count, percentile_cont(array[0.5, 0.9]) within group
                          (order by extract(epoch from m.created_at - c.created_at)) as spread
                        from message m join conversation c on c.organization_id = m.organization_id
                          and c.id = m.conversation_id
                        where m.organization_id = :organization and m.sender = 'agent' <grouping>
                        """)
                                .define("grouping", grouping)
                                .bind("organization", organization)
                                .map((row, _) -> {
                                    var spread =
                                            (Double[]) row.getArray("spread").getArray();
                                    return new ConversationReport.Spread(row.getLong("count"), spread[0], spread[1]);
                                })
                                .list());
    }

    /// A conversation of the visitor's first message.
    Talk conversation(String at) {
        var talk = new Talk(UUID.randomUUID());
        database.execute(
                "insert into conversation (organization_id, id, visitor_id, created_at) values ('%s', '%s', '%s', '%s')"
                        .formatted(organization, talk.id, visitor, at));
        return talk.says("user", at);
    }

    /// What happens in a conversation.
    final class Talk {
        private final UUID id;
        private int sequence;

        private Talk(UUID id) {
            this.id = id;
        }

        UUID id() {
            return id;
        }

        Talk says(String sender, String at) {
            sequence++;
            database.execute("""
                    insert into message (organization_id, conversation_id, sequence, id, sender, content, created_at)
                    values ('%s', '%s', %d, '%s', '%s', '…', '%s')
                    """.formatted(organization, id, sequence, UUID.randomUUID(), sender, at));
            return raised();
        }

        /// An agent edits or deletes one of them.
        Talk changes(String at) {
            sequence++;
            database.execute("""
                    insert into message
                      (organization_id, conversation_id, sequence, id, sender, content, target_id, created_at)
                    values ('%s', '%s', %d, gen_random_uuid(), 'agent', '…', gen_random_uuid(), '%s')
                    """.formatted(organization, id, sequence, at));
            return raised();
        }

        /// So many messages of the visitor at once.
        Talk saysOften(int times, String at) {
            database.execute("""
                    insert into message (organization_id, conversation_id, sequence, id, sender, content, created_at)
                    select '%s', '%s', %d + n, gen_random_uuid(), 'user', '…', '%s' from generate_series(1, %d) n
                    """.formatted(organization, id, sequence, at, times));
            sequence += times;
            return raised();
        }

        private Talk raised() {
            database.execute("update conversation set last_sequence = %d where organization_id = '%s' and id = '%s'"
                    .formatted(sequence, organization, id));
            return this;
        }

        Talk becomes(String status, String at) {
            database.execute("""
                    insert into status_change (organization_id, conversation_id, status, after_sequence, changed_at)
                    values ('%s', '%s', '%s', %d, '%s')
                    """.formatted(organization, id, status, sequence, at));
            return this;
        }
    }

    @Override
    public void close() {
        watcher.close();
        database.close();
    }
}
