package io.chask.report;

import io.chask.database.Database;
import io.chask.database.DatabaseRole;
import io.chask.database.TestDatabase;
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

    TestDatabase database() {
        return database;
    }

    ReportCounter counter() {
        return new ReportCounter(database.application(), watcher);
    }

    void count() {
        try (var counter = counter()) {
            counter.catchUp();
        }
    }

    Reports reports() {
        return new Reports(database.application());
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
