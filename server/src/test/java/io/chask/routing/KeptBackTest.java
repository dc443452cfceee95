package io.chask.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.audit.Actor;
import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationStatus;
import io.chask.conversation.StatusResult;
import io.chask.conversation.StatusWish;
import io.chask.database.TestDatabase;
import io.chask.desk.Assignment;
import io.chask.desk.Assignments;
import io.chask.organization.Organizations;
import io.chask.routing.RoutingSettings.Mode;
import io.chask.store.PostgresConversationList;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What an agent has put back among what nobody has, beside one who is online and would get it.
final class KeptBackTest {

    private final TestDatabase database = TestDatabase.create();
    private final Instant now = Instant.now();
    private final UUID organization = new Organizations(database.application(), new SecureRandom())
            .create("Shop", List.of(), Actor.SYSTEM, Instant.EPOCH)
            .organization()
            .id();
    private final UUID ada = UUID.randomUUID();
    private final UUID visitor = UUID.randomUUID();
    private final ConversationId conversation = new ConversationId(organization, UUID.randomUUID());
    private final Router router = new Router(database.application(), (_, _) -> {});
    private final Assignments hands = new Assignments(database.application(), (_, _) -> {});
    private final PostgresConversationList list = new PostgresConversationList(database.application());

    KeptBackTest() {
        new RoutingTable(database.application())
                .change(organization, new RoutingSettings(Mode.LEAST_LOADED, 10, 10, 30), Actor.SYSTEM, now);
        database.execute("""
                insert into agent (organization_id, id, email, name, password_hash)
                values ('%1$s', '%2$s', 'ada@example.com', 'Ada', '-');
                insert into agent_presence (organization_id, agent_id, choice, chosen_at, seen_at, active_at)
                values ('%1$s', '%2$s', 'online', '%5$s', '%5$s', '%5$s');
                insert into visitor (organization_id, id) values ('%1$s', '%3$s');
                insert into conversation (organization_id, id, visitor_id) values ('%1$s', '%4$s', '%3$s');
                """.formatted(organization, ada, visitor, conversation.value(), now));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private int routed() {
        return router.route(organization, now);
    }

    private void assign(@Nullable UUID to, @Nullable UUID expected) {
        assertThat(hands.assign(new Assignment(conversation, to, expected, ada)))
                .isInstanceOf(Assignment.Assigned.class);
    }

    private void putBack() {
        assign(ada, null);
        assign(null, ada);
    }

    private void become(ConversationStatus status) {
        assertThat(list.changeStatus(new StatusWish(conversation, new Author.Agent(ada), status, null)))
                .isEqualTo(new StatusResult.Changed(visitor));
    }

    /// As the message writer does it.
    private void visitorOpens() {
        database.execute("update conversation set status = 'open' where id = '" + conversation.value() + "'");
    }

    @Test
    void whatNobodyHadIsGivenOutThoughItWasGivenToNobody() {
        assign(null, null);
        assertThat(database.count("select count(*) from conversation_work")).isZero();
        assertThat(routed()).isEqualTo(1);
    }

    @Test
    void whatWasPutBackIsLeftAlone() {
        putBack();
        assign(null, null);
        assertThat(routed()).isZero();
    }

    @Test
    void whatWasResolvedByMistakeIsLeftAloneAsBefore() {
        putBack();
        become(ConversationStatus.RESOLVED);
        become(ConversationStatus.OPEN);
        assertThat(routed()).isZero();
    }

    @Test
    void whatItsVisitorOpensAgainWantsSomebody() {
        putBack();
        become(ConversationStatus.RESOLVED);
        visitorOpens();
        assertThat(routed()).isEqualTo(1);
        assign(null, ada);
        assertThat(routed()).isZero();
    }

    @Test
    void whatNobodyWasGivenOnceItWasResolvedWantsSomebodyToo() {
        assign(ada, null);
        become(ConversationStatus.RESOLVED);
        assign(null, ada);
        visitorOpens();
        assertThat(routed()).isEqualTo(1);
    }

    @Test
    void whatItsVisitorHasOpenedAgainWantsSomebodyAfterAMistakeToo() {
        putBack();
        become(ConversationStatus.RESOLVED);
        visitorOpens();
        become(ConversationStatus.RESOLVED);
        become(ConversationStatus.OPEN);
        assertThat(routed()).isEqualTo(1);
    }
}
