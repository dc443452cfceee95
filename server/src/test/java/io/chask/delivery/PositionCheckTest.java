package io.chask.delivery;

import static io.chask.delivery.TestConnection.is;
import static io.chask.delivery.TestConnection.isOwnRead;
import static io.chask.delivery.TestConnection.isReceipt;
import static io.chask.delivery.TestConnection.isRow;
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
import tools.jackson.databind.JsonNode;

/// What nobody was told of is told by the next check. The other node is on a bus of its own, which is as good as dead.
class PositionCheckTest {
    private static final Duration QUIET = Duration.ofMillis(200);
    /// Rows and receipts that wait for their turn come each second.
    private static final Duration BEYOND_PACE = Duration.ofSeconds(6);

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

    private static void expectMessage(TestConnection connection, long sequence) throws InterruptedException {
        assertThat(connection.expect("message").path("sequence").asLong()).isEqualTo(sequence);
    }

    private static boolean isThird(JsonNode frame) {
        return is("message", frame) && frame.path("sequence").asLong() == 3;
    }

    private static List<Long> messages(TestConnection connection) throws InterruptedException {
        return connection.untilQuiet(QUIET).stream()
                .filter(frame -> is("message", frame))
                .map(frame -> frame.path("sequence").asLong())
                .toList();
    }

    @Test
    void aLastMessageThatCouldNotBeShownComesWithTheNextCheck() throws Exception {
        store.announceTo(here.fanout);
        var agent = watcher(here);
        store.post(conversation, visitor, "one");
        expectMessage(agent, 1);

        here.blind = true;
        store.post(conversation, visitor, "two");
        here.awaitUnshown();
        // The row of the list is told all the same.
        agent.expectRow("lastSequence", 2);
        here.blind = false;
        here.check.look();

        expectMessage(agent, 2);
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
        here.awaitUnshown();
        here.blind = false;
        store.post(conversation, visitor, "three");

        expectMessage(agent, 2);
        expectMessage(agent, 3);
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

        for (var each : List.of(device, agent)) {
            for (long sequence = 1; sequence <= 3; sequence++) {
                expectMessage(each, sequence);
            }
        }
        here.check.look();
        assertThat(messages(device)).isEmpty();
        assertThat(messages(agent)).isEmpty();
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

        agent.expectRow("lastSequence", 3);
        var by = new Author.Agent(UUID.randomUUID());
        store.changeStatus(new StatusWish(conversation, by, ConversationStatus.RESOLVED, null));
        here.check.look();
        agent.until(
                frame -> is("inbox", frame) && frame.path("status").asString().equals("resolved"));
        agent.untilQuiet(BEYOND_PACE);
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
        device.untilAll(List.of(PositionCheckTest::isThird, frame -> isOwnRead(frame, 3)));
        agent.untilAll(List.of(
                PositionCheckTest::isThird, frame -> isReceipt(frame, 3, 3), frame -> isRow(frame, "lastSequence", 3)));
        agent.untilQuiet(BEYOND_PACE);
        device.untilQuiet(QUIET);
        here.check.look();

        assertThat(device.untilQuiet(QUIET)).isEmpty();
        assertThat(agent.untilQuiet(QUIET)).isEmpty();
    }
}
