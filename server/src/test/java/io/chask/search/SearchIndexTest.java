package io.chask.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.database.HeldTransaction;
import io.chask.database.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Several nodes write down the words of one conversation.
@Timeout(60)
final class SearchIndexTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    private final UUID organization = UUID.randomUUID();
    private final UUID conversation = UUID.randomUUID();
    private final SearchIndex index = new SearchIndex(DATABASE.application());

    SearchIndexTest() {
        DATABASE.execute("""
                insert into organization (organization_id, name) values ('%1$s', 'Shop');
                insert into visitor (organization_id, id) values ('%1$s', '%2$s');
                insert into conversation (organization_id, id, visitor_id, last_sequence) values ('%1$s', '%2$s', '%2$s', 1);
                insert into message (organization_id, conversation_id, id, sequence, sender, author_id, content, created_at)
                values ('%1$s', '%2$s', '%2$s', 1, 'user', '%2$s', 'secret', now());
                """.formatted(organization, conversation));
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private List<UUID> update() {
        return index.update(organization, List.of(conversation), List.of());
    }

    private long entries(String word) {
        return DATABASE.count("select count(*) from search_entry where conversation_id = '" + conversation
                + "' and words @@ '" + word + "'::tsquery");
    }

    /// What another node does in one step while this one begins its own.
    private void meanwhile(String begin, String end) throws SQLException {
        try (var other = new HeldTransaction(DATABASE, begin.formatted(organization, conversation))) {
            var updating = CompletableFuture.supplyAsync(this::update);
            other.awaitWaiting();
            other.execute(end.formatted(organization, conversation));
            other.commit();
            assertThat(updating.join()).isEmpty();
        }
    }

    /// The author takes the message back, and the other node has that indexed before.
    private void takenBackMeanwhile(String begin) throws SQLException {
        meanwhile(begin, """
                update message set content = 'public' where organization_id = '%1$s' and conversation_id = '%2$s';
                insert into search_entry (organization_id, conversation_id, sequence, language, written_at, words)
                values ('%1$s', '%2$s', 1, 'simple', now(), 'public');
                update search_progress set indexed = 1, described = true where conversation_id = '%2$s';
                """);
        assertThat(entries("secret")).isZero();
        assertThat(entries("public")).isEqualTo(1);
    }

    @Test
    void wordsThatAnotherNodeFoundChangedAreNotPutBack() throws SQLException {
        DATABASE.execute("""
                insert into search_progress (organization_id, conversation_id, indexed, described)
                values ('%s', '%s', 0, true)
                """.formatted(organization, conversation));
        takenBackMeanwhile("select from search_progress where organization_id = '%1$s' and conversation_id = '%2$s'"
                + " for no key update");
    }

    @Test
    void norWhereBothAreTheFirst() throws SQLException {
        takenBackMeanwhile("""
                insert into search_progress (organization_id, conversation_id, indexed, described)
                values ('%s', '%s', 0, false)
                """);
    }

    /// Who changes the name says in the same transaction that it is to be written down anew.
    @Test
    void aNameThatChangesWhileTheFormerOneIsReadIsWrittenDownNext() throws SQLException {
        DATABASE.execute("update visitor set name = 'Ada' where id = '" + conversation + "'");
        update();
        DATABASE.execute("update search_progress set described = false where conversation_id = '" + conversation + "'");
        meanwhile("update search_progress set described = false where conversation_id = '%2$s'", """
                update visitor set name = 'Grace' where organization_id = '%1$s' and id = '%2$s'
                """);
        update();
        assertThat(entries("ada")).isZero();
        assertThat(entries("grace")).isEqualTo(1);
    }
}
