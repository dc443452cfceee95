package io.chask.delivery;

import static io.chask.delivery.TestConnection.isOwnRead;
import static io.chask.delivery.TestConnection.isReceipt;
import static io.chask.delivery.TestConnection.isRow;
import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.Author;
import io.chask.conversation.Conversations;
import io.chask.conversation.Draft;
import io.chask.conversation.Mark;
import io.chask.wire.ServerFrame;
import io.chask.wire.ViewingState;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FanoutTest {
    private static final Duration QUIET = Duration.ofMillis(300);
    private final TestNode node = TestNode.alone();
    private final MemoryStore store = node.store;

    @AfterEach
    void stop() {
        node.close();
    }

    private Author visitor() {
        return new Author.Visitor(store.visitor);
    }

    private static List<Long> sequences(List<JsonNode> frames) {
        return frames.stream()
                .filter(frame -> frame.path("type").asString().equals("message"))
                .map(frame -> frame.path("sequence").asLong())
                .toList();
    }

    @Test
    void aVisitorsMessageReachesHisOtherDevicesAndWatchersButNotTheSender() throws Exception {
        var sender = node.visitor();
        var other = node.visitor();
        var watcher = node.agent(UUID.randomUUID());
        var conversation = store.conversation();
        node.subscription(watcher).watch(conversation.value());
        node.subscription(watcher).release();
        var intake = new Intake(new Conversations(store, store, store.marks, node.fanout), node.fanout);
        var draft = new Draft(conversation, UUID.randomUUID(), visitor(), "Hi", List.of());
        intake.post(sender, draft);
        assertThat(other.expect("message").path("message").has("author")).isFalse();
        assertThat(watcher.expect("message")
                        .path("message")
                        .path("author")
                        .path("id")
                        .asString())
                .isEqualTo(store.visitor.toString());
        assertThat(sender.expect("sent").path("sequence").asInt()).isEqualTo(1);
        assertThat(sequences(sender.untilQuiet(QUIET))).isEmpty();
        intake.post(sender, draft);
        assertThat(sender.expect("sent").path("duplicate").asBoolean()).isTrue();
        assertThat(sequences(other.untilQuiet(QUIET))).isEmpty();
    }

    @Test
    void messagesComeInSequenceOrder() throws Exception {
        var watcher = node.agent(UUID.randomUUID());
        var device = node.visitor();
        var conversation = store.conversation();
        node.subscription(watcher).watch(conversation.value());
        node.subscription(watcher).release();
        for (int each = 0; each < 2_000; each++) {
            store.post(conversation, visitor(), "message " + each);
        }
        var all = LongStream.rangeClosed(1, 2_000).boxed().toList();
        assertThat(sequences(watcher.untilSequence(2_000))).isEqualTo(all);
        assertThat(sequences(device.untilSequence(2_000))).isEqualTo(all);
    }

    @Test
    void anAgentWhoDoesNotWatchGetsRowsAndNoMessages() throws Exception {
        var agent = node.agent(UUID.randomUUID());
        var conversation = store.conversation();
        store.post(conversation, visitor(), "x".repeat(300));
        var row = agent.expect("inbox");
        assertThat(row.path("conversation").asString())
                .isEqualTo(conversation.value().toString());
        assertThat(row.path("preview").asString()).isEqualTo("x".repeat(160));
        assertThat(row.path("unread").asInt()).isEqualTo(1);
        assertThat(row.path("visitor").path("name").asString()).isEqualTo("Grace");
        assertThat(sequences(agent.untilQuiet(QUIET))).isEmpty();
    }

    @Test
    void unreadIsEachAgentsOwn() throws Exception {
        var ada = UUID.randomUUID();
        var adas = node.agent(ada);
        var others = node.agent(UUID.randomUUID());
        var conversation = store.conversation();
        for (int each = 0; each < 3; each++) {
            store.post(conversation, visitor(), "Hi");
        }
        adas.expectRow("unread", 3);
        store.marks.raise(new Mark(conversation, new Author.Agent(ada), 3, 3));
        adas.expectRow("unread", 0);
        store.post(conversation, visitor(), "again");
        adas.expectRow("unread", 1);
        others.expectRow("unread", 4);
        store.post(conversation, new Author.Agent(ada), "reply");
        others.expectRow("lastSequence", 5);
        assertThat(adas.expectRow("lastSequence", 5).path("unread").asInt()).isEqualTo(1);
    }

    @Test
    void aBusyConversationsRowIsToldAtAPaceAndEndsTrue() throws Exception {
        var agent = node.agent(UUID.randomUUID());
        var conversation = store.conversation();
        long begun = System.nanoTime();
        for (int each = 0; each < 500; each++) {
            store.post(conversation, visitor(), "message " + each);
        }
        var rows = agent.until(frame -> isRow(frame, "lastSequence", 500));
        var taken = Duration.ofNanos(System.nanoTime() - begun);
        // One at once, and then one a second, however long it takes.
        assertThat(rows).hasSizeLessThanOrEqualTo(2 + (int) taken.toSeconds());
        assertThat(rows.getLast().path("unread").asInt()).isEqualTo(100);
    }

    @Test
    void marksAreToldToTheOtherSideAndToOnesOwnDevices() throws Exception {
        var ada = UUID.randomUUID();
        var watcher = node.agent(ada);
        var device = node.visitor();
        var conversation = store.conversation();
        node.subscription(watcher).watch(conversation.value());
        node.subscription(watcher).release();
        store.fill(conversation, 5);
        store.marks.raise(new Mark(conversation, new Author.Visitor(store.visitor), 5, 4));
        var seenByAgent = watcher.expect("receipt");
        assertThat(seenByAgent.path("delivered").asInt()).isEqualTo(5);
        assertThat(seenByAgent.path("read").asInt()).isEqualTo(4);
        assertThat(device.expect("receipt").path("ownRead").asInt()).isEqualTo(4);
        store.marks.raise(new Mark(conversation, new Author.Agent(UUID.randomUUID()), 3, 2));
        store.marks.raise(new Mark(conversation, new Author.Agent(ada), 5, 1));
        device.until(frame -> isReceipt(frame, 5, 2));
        watcher.until(frame -> isOwnRead(frame, 1));
    }

    @Test
    void typingReachesTheOtherSideOnly() throws Exception {
        var device = node.visitor();
        var watcher = node.agent(UUID.randomUUID());
        var colleague = node.agent(UUID.randomUUID());
        var conversation = store.conversation();
        for (var agent : List.of(watcher, colleague)) {
            node.subscription(agent).watch(conversation.value());
            node.subscription(agent).release();
        }
        node.fanout.typing(device, conversation, store.visitor, true, null);
        assertThat(watcher.expect("typing").path("from").asString()).isEqualTo("user");
        node.fanout.typing(watcher, conversation, store.visitor, true, "Ada");
        assertThat(device.expect("typing").path("name").asString()).isEqualTo("Ada");
        assertThat(colleague.untilQuiet(QUIET)).hasSize(2);
        assertThat(watcher.untilQuiet(QUIET)).isEmpty();
    }

    @Test
    void typingThatIsNotShownReachesColleaguesOnlyAndNeverThroughAnotherNode() throws Exception {
        var bus = new InProcessBus();
        var shared = new MemoryStore();
        try (var here = new TestNode(shared, bus.join());
                var there = new TestNode(shared, bus.join())) {
            var device = here.visitor();
            var remoteDevice = there.visitor();
            var watcher = here.agent(UUID.randomUUID());
            var colleague = there.agent(UUID.randomUUID());
            var conversation = shared.conversation();
            here.subscription(watcher).watch(conversation.value());
            here.subscription(watcher).release();
            there.subscription(colleague).watch(conversation.value());
            there.subscription(colleague).release();
            here.showsTyping = false;
            there.showsTyping = false;
            here.fanout.typing(device, conversation, shared.visitor, true, null);
            here.fanout.typing(watcher, conversation, shared.visitor, true, "Ada");
            assertThat(colleague.untilQuiet(QUIET))
                    .singleElement()
                    .satisfies(
                            frame -> assertThat(frame.path("from").asString()).isEqualTo("agent"));
            for (var other : List.of(device, remoteDevice, watcher)) {
                assertThat(other.untilQuiet(QUIET)).isEmpty();
            }
            there.showsTyping = true;
            here.fanout.typing(watcher, conversation, shared.visitor, true, "Ada");
            assertThat(remoteDevice.expect("typing").path("name").asString()).isEqualTo("Ada");
        }
    }

    @Test
    void viewingIsToldToColleaguesWhoWatchAndToNobodyElse() throws Exception {
        var device = node.visitor();
        var watcher = node.agent(UUID.randomUUID());
        var colleague = node.agent(UUID.randomUUID());
        var stranger = node.agent(UUID.randomUUID());
        var conversation = store.conversation();
        for (var agent : List.of(watcher, colleague)) {
            node.subscription(agent).watch(conversation.value());
            node.subscription(agent).release();
        }
        var ada = new ViewingAgent(UUID.randomUUID(), "Ada", watcher.id());
        node.fanout.viewing(conversation, ada, ViewingState.WRITING);
        var frame = colleague.expect("viewing");
        assertThat(frame.path("agent").path("name").asString()).isEqualTo("Ada");
        assertThat(frame.path("state").asString()).isEqualTo("writing");
        for (var other : List.of(device, watcher, stranger)) {
            assertThat(other.untilQuiet(QUIET))
                    .noneMatch(each -> each.path("type").asString().equals("viewing"));
        }
    }

    @Test
    void agentsAreToldWhoIsThereAndVisitorsOnlyWhetherAnybodyIs() throws Exception {
        var device = node.visitor();
        var ada = UUID.randomUUID();
        var agent = node.agent(ada);
        node.fanout.presence().tellVisitors(store.organization, true);
        var present = List.of(new ServerFrame.PresentAgent(ada, "online", "online"));
        node.fanout.presence().tellAgents(store.organization, new ServerFrame.Presence(true, present));
        var toVisitor = device.expect("presence");
        assertThat(toVisitor.path("available").asBoolean()).isTrue();
        assertThat(toVisitor.has("agents")).isFalse();
        assertThat(agent.expect("presence").path("agents").path(0).path("id").asString())
                .isEqualTo(ada.toString());
    }

    @Test
    void whatAnotherNodeCommitsIsReadAndToldHere() throws Exception {
        var bus = new InProcessBus();
        var shared = new MemoryStore();
        try (var here = new TestNode(shared, bus.join());
                var there = new TestNode(shared, bus.join())) {
            shared.announceTo(there.fanout);
            var device = here.visitor();
            var watcher = here.agent(UUID.randomUUID());
            var conversation = shared.conversation();
            here.subscription(watcher).watch(conversation.value());
            here.subscription(watcher).release();
            shared.post(conversation, new Author.Visitor(shared.visitor), "one");
            shared.post(conversation, new Author.Visitor(shared.visitor), "two");
            assertThat(sequences(device.untilSequence(2))).containsExactly(1L, 2L);
            assertThat(sequences(watcher.untilSequence(2))).containsExactly(1L, 2L);
        }
    }

    @Test
    void anAgentWatchesAtMostTwenty() {
        var agent = node.agent(UUID.randomUUID());
        var subscription = node.subscription(agent);
        var first = UUID.randomUUID();
        assertThat(subscription.watch(first)).isEqualTo(WatchResult.WATCHED);
        for (int each = 1; each < 20; each++) {
            assertThat(subscription.watch(UUID.randomUUID())).isEqualTo(WatchResult.WATCHED);
        }
        assertThat(subscription.watch(UUID.randomUUID())).isEqualTo(WatchResult.TOO_MANY);
        assertThat(subscription.watch(first)).isEqualTo(WatchResult.WATCHED);
        subscription.unwatch(first);
        assertThat(subscription.watch(UUID.randomUUID())).isEqualTo(WatchResult.WATCHED);
        subscription.end();
        assertThat(node.subscriptions.connections()).isEmpty();
    }
}
