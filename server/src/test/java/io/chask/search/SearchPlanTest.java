package io.chask.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.database.TestDatabase;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A search reads what its rarest word is in, not the organization.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SearchPlanTest {

    private static final int CONVERSATIONS = 2_000;
    private static final int MESSAGES = 10;

    private final TestDatabase database = TestDatabase.create();
    private final SeededEntries shop = SeededEntries.create(database, CONVERSATIONS, MESSAGES);

    @BeforeAll
    void analyze() {
        SeededEntries.create(database, CONVERSATIONS, MESSAGES);
        database.execute("vacuum analyze");
    }

    @AfterAll
    void close() {
        database.close();
    }

    /// What of the entries a search has read.
    private record Read(long scans, long rows) {}

    private Read reading(String words) {
        var terms = SeededEntries.terms(words);
        return database.application().inOrganization(shop.organization(), handle -> {
            var before = read(handle);
            handle.createQuery("select count(*) from search_conversations(array(select search_query(array[k], array[k])"
                            + " from unnest(:typed) k), 5000)")
                    .bindArray("typed", String.class, terms.typed().toArray())
                    .mapTo(Long.class)
                    .one();
            var after = read(handle);
            return new Read(after.scans() - before.scans(), after.rows() - before.rows());
        });
    }

    /// Up to now; that of transactions just before may be in it.
    private static Read read(Handle handle) {
        return handle.createQuery("""
                        select seq_scan, seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables
                        where relname = 'search_entry'
                        """)
                .map((row, _) -> new Read(row.getLong(1), row.getLong(2)))
                .one();
    }

    @Test
    void aRareWordBesideOneThatEveryMessageHasReadsTheConversationsOfTheRareOne() {
        var read = reading("order zeppelin");
        assertThat(read.scans()).isZero();
        // The frequent word is counted up to the bound, the rare one's conversation read by its key.
        assertThat(read.rows()).isLessThan(5_000 + 10 * MESSAGES);
        assertThat(shop.find("order zeppelin")).hasSize(1);
    }

    @Test
    void twoWordsThatStandInDifferentEntriesAreFoundByTheIndex() {
        var read = reading("maria refund");
        assertThat(read.scans()).isZero();
        assertThat(read.rows()).isLessThan(CONVERSATIONS);
        assertThat(shop.find("maria refund")).hasSize(CONVERSATIONS / 100);
    }

    @Test
    void oneWordReadsTheEntriesThatHaveIt() {
        var read = reading("refund");
        assertThat(read.scans()).isZero();
        // Each once by the index of words, and once by its key.
        assertThat(read.rows()).isLessThanOrEqualTo(2 * CONVERSATIONS / 100);
    }

    @Test
    void anIndexThatWasNeverAnalyzedIsUsedToo() {
        try (var fresh = TestDatabase.create()) {
            var young = SeededEntries.create(fresh, 200, 5);
            assertThat(young.find("maria refund")).hasSize(2);
        }
    }
}
