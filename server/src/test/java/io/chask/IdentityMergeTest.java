package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// An anonymous visitor's conversations become those of the person he shows to be, once, whatever happens meanwhile.
final class IdentityMergeTest extends IdentityCase {

    @Test
    void anonymousConversationBecomesThatOfThePersonWhoIsIdentified() {
        mode("optional");
        var guest = shop.guest();
        var conversation = guest.conversation(2);
        var session = session(guest.token(), token("u-1")).expect(200);
        assertThat(session.at("/visitor/visitorId")).isEqualTo(guest.id().toString());
        assertThat(session.at("/visitor/id")).isEqualTo("u-1");
        assertThat(session.json().at("/visitor/verified").asBoolean()).isTrue();
        assertThat(session.at("/visitorToken")).isNotEqualTo(guest.token());
        assertThat(session.at("/conversations/0/id")).isEqualTo(conversation.toString());
        var seen = shop.agent().get("/v1/conversations/" + conversation).expect(200);
        assertThat(seen.json().at("/visitor/verified").asBoolean()).isTrue();
        assertThat(seen.at("/visitor/verifiedFields/0")).isEqualTo("userId");
        var elsewhere = identified("u-1");
        assertThat(elsewhere.id()).isEqualTo(guest.id());
        elsewhere
                .http()
                .get("/v1/widget/conversations/" + conversation + "/messages")
                .expect(200);
        elsewhere.post(conversation, "from the other device").expect(201);
    }

    @Test
    void secondDevicesConversationIsHandedOverOnceAndItsOldTokenLeadsThereForAMinute() {
        mode("optional");
        var first = identified("u-1");
        first.conversation(1);
        var device = shop.guest();
        var conversation = device.conversation(2);
        var message = UUID.randomUUID();
        device.post(message, conversation, "resent later").expect(201);
        var session = session(device.token(), token("u-1")).expect(200);
        assertThat(session.at("/visitor/visitorId")).isEqualTo(first.id().toString());
        assertThat(session.at("/formerVisitor")).isEqualTo(device.id().toString());
        assertThat(session.json().at("/conversations").size()).isEqualTo(2);
        device.post(message, conversation, "resent later").expect(200);
        device.post(conversation, "by the old token").expect(201);
        var lost = session(device.token(), token("u-1")).expect(200);
        assertThat(lost.at("/formerVisitor")).isEqualTo(device.id().toString());
        server.database()
                .execute("update visitor set token_expires_at = now() - interval '1 second' where id = '" + device.id()
                        + "'");
        device.post(conversation, "too late").expectProblem(401, AUTH, "TOKEN_EXPIRED");
        try (var late = StreamClient.open(server, RunningServer.ORIGIN)) {
            late.hello(device.token());
            assertThat(late.awaitClose()).isEqualTo(4010);
        }
    }

    /// He comes again and is told of it; who came after it stays.
    @Test
    void aPersonsStreamOnAnotherNodeLearnsOfTheConversationHeGot() {
        mode("optional");
        try (var node = server.another()) {
            var person = identified("u-1").on(node);
            try (var elsewhere = person.stream()) {
                var device = shop.guest();
                var conversation = device.conversation(2);
                session(device.token(), token("u-1")).expect(200);
                try (var later = person.stream()) {
                    assertThat(elsewhere.awaitClose()).isEqualTo(4200);
                    try (var again = person.stream()) {
                        assertThat(again.heard()).contains(conversation.toString());
                    }
                    later.untilPong();
                }
            }
        }
    }

    @Test
    void identificationsFromManyTabsAndTwoNodesAtOnceGiveOneVisitor() throws Exception {
        mode("optional");
        var device = shop.guest();
        device.conversation(1);
        try (var node = server.another();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var shops = List.of(shop, shop.on(node));
            var tasks = IntStream.range(0, 12)
                    .<Callable<String>>mapToObj(number ->
                            () -> session(shops.get(number % 2), number < 6 ? device.token() : null, token("u-1"))
                                    .expect(200)
                                    .at("/visitor/visitorId"))
                    .toList();
            var ids = new HashSet<String>();
            for (Future<String> each : threads.invokeAll(tasks)) {
                ids.add(each.get());
            }
            assertThat(ids).hasSize(1);
        }
        assertThat(session(null, token("u-1")).json().at("/conversations").size())
                .isEqualTo(1);
    }

    @Test
    void nothingSentWhileMergingIsLostOrDoubled() throws Exception {
        mode("optional");
        try (var node = server.another();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 5; round++) {
                // Another person each time: each has a quota.
                mergeWhileSending("u-" + round, node, threads);
            }
        }
        assertThat(server.database()
                        .count("select count(*) from conversation c join visitor v on v.id = c.visitor_id"
                                + " where v.merged_into is not null"))
                .isZero();
    }

    private void mergeWhileSending(String user, RunningServer node, ExecutorService threads) throws Exception {
        var person = identified(user);
        var device = shop.guest();
        var conversations = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        device.post(conversations.getFirst(), "before").expect(201);
        var begun = new CountDownLatch(1);
        List<Future<?>> senders = new ArrayList<>();
        for (var conversation : conversations) {
            for (var guest : List.of(device, device.on(node))) {
                senders.add(threads.submit(() -> sendAll(guest, conversation, begun)));
            }
        }
        begun.await();
        session(device.token(), token(user)).expect(200);
        for (var sender : senders) {
            sender.get();
        }
        for (var conversation : conversations) {
            int expected = conversation.equals(conversations.getFirst()) ? 17 : 16;
            assertGapless(person, conversation, expected);
        }
    }

    private static void sendAll(Guest guest, UUID conversation, CountDownLatch begun) {
        for (int number = 0; number < 8; number++) {
            var id = UUID.randomUUID();
            assertThat(guest.post(id, conversation, "m" + number).status()).isEqualTo(201);
            assertThat(guest.post(id, conversation, "m" + number).status()).isEqualTo(200);
            begun.countDown();
        }
    }

    private static void assertGapless(Guest person, UUID conversation, int expected) {
        var page = person.http()
                .get("/v1/widget/conversations/" + conversation + "/messages?limit=100&after=0")
                .expect(200);
        var messages = page.json().at("/messages");
        assertThat(messages.size()).isEqualTo(expected);
        for (int at = 0; at < expected; at++) {
            assertThat(messages.at("/" + at + "/sequence").asInt()).isEqualTo(at + 1);
        }
    }

    @Test
    void anAgentWhoWatchedBeforeTheMergeIsSeenTypingAfterIt() {
        mode("optional");
        var first = identified("u-1");
        var device = shop.guest();
        var conversation = device.conversation(1);
        try (var agent = shop.agentStream()) {
            agent.watch(conversation, 0).await("sync");
            session(device.token(), token("u-1")).expect(200);
            try (var stream = first.stream()) {
                agent.send(Map.of("type", "typing", "conversation", conversation, "active", true));
                var typing = stream.await("typing");
                assertThat(typing.at("/from").asString()).isEqualTo("agent");
            }
        }
    }

    @Test
    void uploadMadeBeforeTheMergeIsSentAfterIt() {
        mode("optional");
        var person = identified("u-1");
        var device = shop.guest();
        var conversation = device.conversation(1);
        var file = device.upload(TestFile.text("notes.txt", "text/plain", "hello"))
                .expect(201)
                .at("/id");
        var now = guest(session(device.token(), token("u-1")));
        assertThat(now.id()).isEqualTo(person.id());
        now.postFiles(conversation, file).expect(201);
        var older = device.upload(TestFile.text("more.txt", "text/plain", "hello"))
                .expect(201)
                .at("/id");
        device.postFiles(conversation, older).expect(201);
    }

    @Test
    void openStreamsComeAgainAndSeeTheConversationsThatAreTheirsNow() {
        mode("optional");
        var first = identified("u-1");
        var device = shop.guest();
        var conversation = device.conversation(1);
        try (var stream = device.stream();
                var other = first.stream()) {
            session(device.token(), token("u-1")).expect(200);
            assertThat(stream.awaitClose()).isEqualTo(4200);
            assertThat(other.awaitClose()).isEqualTo(4200);
        }
        try (var again = StreamClient.open(server, RunningServer.ORIGIN)) {
            again.hello(device.token());
            assertThat(again.await("welcome").at("/conversations/0/id").asString())
                    .isEqualTo(conversation.toString());
        }
    }
}
