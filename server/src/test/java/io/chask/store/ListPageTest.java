package io.chask.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.Author.Agent;
import io.chask.conversation.ConversationStatus;
import io.chask.conversation.InboxQuery;
import io.chask.conversation.WorkFilter;
import io.chask.conversation.WorkFilter.Assignee;
import io.chask.database.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages of a list, one after the other, are the list: nothing twice, nothing left out, in its order.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ListPageTest {

    private static final WorkFilter NOBODYS =
            new WorkFilter(new Assignee(null), null, false, List.of(), false, Instant.EPOCH);

    private final TestDatabase database = TestDatabase.create();
    private final Shop shop = Shop.create(database);
    private final PostgresConversationList list = new PostgresConversationList(database.application());

    /// Three each have the same time, so that the id decides within a page and from page to page. The resolved ones are
    /// most of the older half, none of the newest.
    @BeforeAll
    void fill() {
        database.execute("""
                insert into conversation (organization_id, id, visitor_id, last_sequence, status, listed_at)
                select '%s', gen_random_uuid(), '%s', 1,
                  case when n > 10 and n %% 4 > 0 or n %% 7 = 6 then 'resolved' else 'open' end,
                  timestamptz '2026-11-26 12:00:00Z' - make_interval(mins => n / 3)
                from generate_series(1, 60) n;
                """.formatted(shop.organization(), shop.visitor()));
        database.execute("""
                insert into conversation_work (organization_id, conversation_id, assignee_id)
                select organization_id, id, '%s' from conversation where id::text < '4';
                """.formatted(shop.agent()));
    }

    @AfterAll
    void close() {
        database.close();
    }

    private List<UUID> walked(@Nullable ConversationStatus status, WorkFilter work, int limit) {
        List<UUID> walked = new ArrayList<>();
        InboxQuery.@Nullable Position after = null;
        while (true) {
            var page =
                    list.page(shop.organization(), new InboxQuery(status, work, after, limit), new Agent(shop.agent()));
            page.forEach(entry -> walked.add(entry.id().value()));
            if (page.size() < limit) {
                return walked;
            }
            after = new InboxQuery.Position(
                    page.getLast().listedAt(), page.getLast().id().value());
        }
    }

    private List<UUID> inOrder(String condition) {
        return database.application()
                .inOrganization(
                        shop.organization(),
                        handle -> handle.createQuery("select c.id from conversation c where true " + condition
                                        + " order by c.listed_at desc, c.id desc")
                                .mapTo(UUID.class)
                                .list());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 30, 59, 60, 61, 200})
    void pagesOfAnyStatusAreTheWholeList(int limit) {
        assertThat(walked(null, WorkFilter.ALL, limit)).isEqualTo(inOrder("")).hasSize(60);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 60})
    void pagesOfAnyStatusKeepToAFilter(int limit) {
        var nobodys = " and not exists (select from conversation_work w where w.conversation_id = c.id)";
        assertThat(walked(null, NOBODYS, limit)).isEqualTo(inOrder(nobodys)).isNotEmpty();
    }

    @Test
    void pagesOfOneStatusAreItsList() {
        assertThat(walked(ConversationStatus.RESOLVED, WorkFilter.ALL, 7))
                .isEqualTo(inOrder(" and c.status = 'resolved'"))
                .isNotEmpty();
    }
}
