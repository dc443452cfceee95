package io.chask.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationStatus;
import io.chask.conversation.Mark;
import io.chask.conversation.StatusWish;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What nobody was told of is told by the next check. The other node is on a bus of its own, which is as good as dead.
class PositionCheckTest {
    private static final Duration QUIET = Duration.ofMillis(200);

    private final MemoryStore store = new MemoryStore();
    private final TestNode here = new TestNode(store, new InProcessBus().join());
    private final TestNode there = new TestNode(store, new InProcessBus().join());
    private final ConversationId conversation = store.conversation();
    private final Author visitor = new Author.Visitor(store.visitor);

    @AfterEach
    void stop() {
        here.close();
        there.close();
    }

    private TestConnection watcher(TestNode node) {
        var agent = node.agent(UUID.randomUUID());
        node.subscription(agent).watch(conversation.value());
        node.subscription(agent).release();
        return agent;
    }

    private static List<Long> messages(TestConnection connection) throws InterruptedException {
        return connection.untilQuiet(QUIET).stream()
                .filter(frame -> frame.path("type").asString().equals("message"))
                .map(frame -> frame.path("sequence").asLong())
                .toList();
    }

    @Test
    void aLastMessageThatCouldNotBeShownComesWithTheNextCheck() throws Exception {
        store.announceTo(here.fanout);
        var agent = watcher(here);
        store.post(conversation, visitor, "one");
        assertThat(agent.expect("message").path("sequence").asLong()).isEqualTo(1);

        here.blind = true;
        store.post(conversation, visitor, "two");
        // The row of the list is told all the same, after the failure.
        agent.expectRow("lastSequence", 2);
        here.blind = false;
        here.check.look();

        assertThat(messages(agent)).containsExactly(2L);
        here.check.look();
        assertThat(messages(agent)).isEmpty();
    }

    @Test
    void aMessageThatCouldNotBeShownComesBeforeTheNextOne() throws Exception {
        store.announceTo(here.fanout);
        var agent = watcher(here);
        store.post(conversation, visitor, "one");
        agent.expect("message");
        here.blind = true;
        store.post(conversation, visitor, "two");
        agent.expectRow("lastSequence", 2);
        here.blind = false;
        store.post(conversation, visitor, "three");

        assertThat(agent.expect("message").path("sequence").asLong()).isEqualTo(2);
        assertThat(agent.expect("message").path("sequence").asLong()).isEqualTo(3);
    }

    @Test
    void messagesOfANodeWhoseBusIsDeadComeInOrder() throws Exception {
        store.announceTo(there.fanout);
        var device = here.visitor();
        var agent = watcher(here);
        for (String text : List.of("one", "two", "three")) {
            store.post(conversation, visitor, text);
        }
        assertThat(messages(device)).isEmpty();
        here.check.look();

        assertThat(messages(device)).containsExactly(1L, 2L, 3L);
        assertThat(messages(agent)).containsExactly(1L, 2L, 3L);
        here.check.look();
        assertThat(messages(device)).isEmpty();
    }

    @Test
    void marksAndStatusesOfANodeWhoseBusIsDeadCome() throws Exception {
        store.announceTo(there.fanout);
        var device = here.visitor();
        var agent = watcher(here);
        store.fill(conversation, 3);
        store.marks.raise(new Mark(conversation, new Author.Agent(UUID.randomUUID()), 3, 2));
        here.check.look();

        var receipt = device.expect("receipt");
        assertThat(receipt.path("delivered").asLong()).isEqualTo(3);
        assertThat(receipt.path("read").asLong()).isEqualTo(2);

        agent.untilQuiet(Duration.ofSeconds(3));
        var by = new Author.Agent(UUID.randomUUID());
        store.changeStatus(new StatusWish(conversation, by, ConversationStatus.RESOLVED, null));
        here.check.look();
        assertThat(agent.expect("inbox").path("status").asString()).isEqualTo("resolved");
        agent.untilQuiet(QUIET);
        here.check.look();
        assertThat(agent.untilQuiet(QUIET)).isEmpty();
    }

    @Test
    void whatWasToldHereIsNotToldAgain() throws Exception {
        store.announceTo(here.fanout);
        var device = here.visitor();
        var agent = watcher(here);
        store.fill(conversation, 3);
        store.marks.raise(new Mark(conversation, new Author.Visitor(store.visitor), 3, 3));
        device.untilQuiet(Duration.ofSeconds(3));
        agent.untilQuiet(QUIET);
        here.check.look();

        assertThat(device.untilQuiet(QUIET)).isEmpty();
        assertThat(agent.untilQuiet(QUIET)).isEmpty();
    }
}
