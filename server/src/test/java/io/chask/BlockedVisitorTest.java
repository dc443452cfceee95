package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What an agent's block does to a visitor, on two nodes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BlockedVisitorTest {

    private static final String AUTH = "AUTH_ERROR";

    private final RunningServer first = RunningServer.shared();
    private final RunningServer second = first.another();
    private final Shop shop = first.shop();

    @AfterAll
    void stop() {
        second.close();
    }

    private static String block(Guest guest) {
        return "/v1/visitors/" + guest.id() + "/block";
    }

    @Test
    void blockClosesTheStreamsOnEveryNodeAndShutsEveryDoor() {
        var guest = shop.guest();
        var conversation = guest.conversation(1);
        var agent = shop.agent();
        try (var here = guest.stream();
                var there = guest.on(second).stream()) {
            agent.put(block(guest)).expect(204);
            agent.put(block(guest)).expect(204);
            assertThat(here.awaitClose()).isEqualTo(4006);
            assertThat(there.awaitClose()).isEqualTo(4006);
        }
        guest.post(conversation, "again").expectProblem(403, AUTH, "BANNED");
        guest.http().get("/v1/widget/conversations").expectProblem(403, AUTH, "BANNED");
        guest.upload(TestFile.png()).expectProblem(403, AUTH, "BANNED");
        shop.page().post("/v1/widget/session", session(guest)).expectProblem(403, AUTH, "BANNED");
        try (var back = StreamClient.open(second, RunningServer.ORIGIN)) {
            back.hello(guest.token());
            assertThat(back.awaitClose()).isEqualTo(4006);
        }
        assertThat(agent.get("/v1/conversations/" + conversation).at("/visitor/blockedAt"))
                .isNotEmpty();
        assertThat(agent.get("/v1/conversations/" + conversation + "/messages")
                        .json()
                        .at("/messages")
                        .size())
                .isEqualTo(1);
    }

    private Map<String, Object> session(Guest guest) {
        return Map.of("apiKey", shop.key().value(), "organizationId", shop.id(), "visitorToken", guest.token());
    }

    @Test
    void unblockedVisitorWritesOnWhereHeWas() {
        var guest = shop.guest();
        var conversation = guest.conversation(1);
        var agent = shop.agent();
        agent.put(block(guest)).expect(204);
        agent.delete(block(guest)).expect(204);
        agent.delete(block(guest)).expect(204);
        guest.post(conversation, "thank you").expect(201);
        assertThat(shop.page()
                        .post("/v1/widget/session", session(guest))
                        .expect(200)
                        .at("/visitor/visitorId"))
                .isEqualTo(guest.id().toString());
        assertThat(agent.get("/v1/conversations/" + conversation).json().has("blockedAt"))
                .isFalse();
    }

    @Test
    void blockAndItsEndStandInTheAuditLogOnce() {
        var guest = shop.guest();
        var agent = shop.agent();
        agent.put(block(guest)).expect(204);
        agent.put(block(guest)).expect(204);
        agent.delete(block(guest)).expect(204);
        for (var action : List.of("visitor.blocked", "visitor.unblocked")) {
            var subjects = new ArrayList<String>();
            agent.get("/v1/audit?action=" + action)
                    .json()
                    .at("/entries")
                    .forEach(entry -> subjects.add(entry.at("/subject/id").asString()));
            assertThat(subjects).as(action).containsOnlyOnce(guest.id().toString());
        }
    }

    @Test
    void blockConcernsOneVisitorOnly() {
        var blocked = shop.guest();
        var other = shop.guest();
        try (var stream = other.stream()) {
            shop.agent().put(block(blocked)).expect(204);
            other.post(UUID.randomUUID(), "still here").expect(201);
            stream.await("message");
        }
    }

    @Test
    void unknownVisitorCannotBeBlocked() {
        shop.agent().put("/v1/visitors/" + UUID.randomUUID() + "/block").expectProblem(404, "SEND_ERROR", "NOT_FOUND");
    }
}
