package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.account.Role;
import io.chask.audit.Actor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What two agents of a shop do with its conversations, and what each hears of the other.
final class DeskTest {

    private static final String REFUSED = "SEND_ERROR";

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Shop colleague = shop.colleague("Grace", Role.AGENT);
    private final Guest guest = shop.guest();
    private final UUID conversation = guest.conversation(1);
    private final String path = "/v1/conversations/" + conversation;
    private final Http ada = shop.agent();
    private final Http grace = colleague.agent();

    private static Map<String, Object> wish(@Nullable UUID agent, @Nullable UUID expected) {
        Map<String, Object> body = new HashMap<>();
        body.put("agent", agent == null ? null : agent.toString());
        body.put("expected", expected == null ? null : expected.toString());
        return body;
    }

    private Answer assign(Http by, @Nullable UUID agent, @Nullable UUID expected) {
        return by.put(path + "/assignee", wish(agent, expected));
    }

    private List<String> listed(Http by, String query) {
        var page = by.get("/v1/conversations?" + query).expect(200).json().at("/conversations");
        return StreamSupport.stream(page.spliterator(), false)
                .map(row -> row.at("/id").asString())
                .toList();
    }

    @Test
    void ofTwoWhoClaimAtOnceOneWinsAndTheOtherIsToldWho() {
        var claims = Stream.of(
                        CompletableFuture.supplyAsync(() -> assign(ada, shop.agentId(), null)),
                        CompletableFuture.supplyAsync(() -> assign(grace, colleague.agentId(), null)))
                .map(CompletableFuture::join)
                .toList();
        assertThat(claims).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        var won = claims.stream()
                .filter(claim -> claim.status() == 200)
                .findFirst()
                .orElseThrow();
        var lost = claims.stream()
                .filter(claim -> claim.status() == 409)
                .findFirst()
                .orElseThrow();
        lost.expectProblem(409, REFUSED, "ASSIGNED_ELSEWHERE");
        assertThat(lost.at("/assignee/id")).isEqualTo(won.at("/assignee/id")).isNotEmpty();
    }

    @Test
    void aRepeatedClaimSucceedsAgain() {
        assign(ada, shop.agentId(), null).expect(200);
        assign(ada, shop.agentId(), null).expect(200);
    }

    @Test
    void whoExpectsSomebodyElseChangesNothing() {
        assign(ada, shop.agentId(), colleague.agentId()).expectProblem(409, REFUSED, "ASSIGNED_ELSEWHERE");
        assertThat(ada.get(path).json().has("assignee")).isFalse();
    }

    @Test
    void aConversationCannotBeGivenToAStranger() {
        assign(ada, server.shop().agentId(), null).expectProblem(400, REFUSED, "AGENT_UNKNOWN");
        server.agents().disable(shop.id(), colleague.agentId(), Actor.SYSTEM);
        assign(ada, colleague.agentId(), null).expectProblem(400, REFUSED, "AGENT_UNKNOWN");
    }

    @Test
    void aTransferIsHeardByTheOtherAndMovesBetweenTheViews() {
        try (var stream = colleague.agentStream()) {
            assign(ada, shop.agentId(), null).expect(200);
            assertThat(listed(ada, "assignee=me")).containsExactly(conversation.toString());
            assertThat(listed(ada, "assignee=none")).isEmpty();
            assign(ada, colleague.agentId(), shop.agentId()).expect(200);
            var row = stream.await(frame -> frame.at("/type").asString().equals("inbox")
                    && frame.at("/assignee/id")
                            .asString()
                            .equals(colleague.agentId().toString()));
            assertThat(row.at("/assignee/name").asString()).isEqualTo("Grace");
            assertThat(listed(grace, "assignee=me")).containsExactly(conversation.toString());
            assertThat(listed(ada, "assignee=" + colleague.agentId())).containsExactly(conversation.toString());
        }
    }

    @Test
    void aRestingConversationWakesWhenItsVisitorWrites() {
        var until = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        ada.put(path + "/snooze", Map.of("until", until.toString())).expect(200);
        assertThat(listed(ada, "snoozed=false")).isEmpty();
        assertThat(listed(ada, "snoozed=true")).containsExactly(conversation.toString());
        try (var stream = colleague.agentStream()) {
            guest.post(conversation, "Are you still there?").expect(201);
            // A row of what happened before may be told late, and rests.
            stream.await(frame -> frame.at("/type").asString().equals("inbox")
                    && frame.at("/conversation").asString().equals(conversation.toString())
                    && !frame.has("snoozedUntil"));
        }
        assertThat(listed(ada, "snoozed=false")).containsExactly(conversation.toString());
        assertThat(ada.get("/v1/inbox/counts").json().at("/snoozed").asInt()).isZero();
    }

    @Test
    void aRestingConversationWakesWhenItsTimeHasComeAndIsTheFirstOfTheList() {
        ada.put(
                        path + "/snooze",
                        Map.of("until", Instant.now().plusSeconds(3600).toString()))
                .expect(200);
        var later = guest.conversation(1);
        try (var stream = colleague.agentStream()) {
            var due = Instant.now();
            server.database()
                    .execute("update conversation_work set snoozed_until = now() where conversation_id = '"
                            + conversation + "'");
            // A frame of what happened before does not rest any more either: the time has come.
            stream.await(frame -> frame.at("/type").asString().equals("inbox")
                    && frame.at("/conversation").asString().equals(conversation.toString())
                    && Instant.parse(frame.at("/activeAt").asString()).isAfter(due));
        }
        assertThat(listed(ada, "snoozed=false")).containsExactly(conversation.toString(), later.toString());
    }

    @Test
    void onlyWhatIsOpenRestsAndWhatIsResolvedWakesUp() {
        ada.put(path + "/snooze", Map.of("until", "2020-01-01T00:00:00Z")).expectProblem(400, REFUSED, "INVALID_FIELD");
        ada.put(path + "/snooze", Map.of("until", Instant.now().plusSeconds(60).toString()))
                .expect(200);
        ada.patch(path, Map.of("status", "resolved")).expect(200);
        ada.put(path + "/snooze", Map.of("until", Instant.now().plusSeconds(60).toString()))
                .expectProblem(409, REFUSED, "CONVERSATION_RESOLVED");
        var opened = ada.patch(path, Map.of("status", "open")).expect(200);
        assertThat(opened.json().has("snoozedUntil")).isFalse();
    }

    @Test
    void anAgentWakesAConversation() {
        ada.put(path + "/snooze", Map.of("until", Instant.now().plusSeconds(60).toString()))
                .expect(200);
        var awake = ada.delete(path + "/snooze").expect(200);
        assertThat(awake.json().has("snoozedUntil")).isFalse();
        ada.delete("/v1/conversations/" + UUID.randomUUID() + "/snooze").expect(404);
    }

    @Test
    void tagsAreMadeByTheirFirstUseAndFoundInAnyCase() {
        ada.patch(path + "/tags", Map.of("add", List.of("Billing", " very  urgent ")))
                .expect(200);
        var tagged = grace.patch(path + "/tags", Map.of("add", List.of("BILLING"), "remove", List.of("Very Urgent")))
                .expect(200);
        assertThat(tagged.json().at("/tags").toString()).isEqualTo("[\"Billing\"]");
        assertThat(listed(ada, "tag=billing")).containsExactly(conversation.toString());
        assertThat(listed(ada, "tag=urgent")).isEmpty();
        assertThat(ada.get("/v1/tags")
                        .expect(200)
                        .json()
                        .at("/tags/0/conversations")
                        .asInt())
                .isEqualTo(1);
        ada.patch(path + "/tags", Map.of("add", List.of("  "))).expectProblem(400, REFUSED, "INVALID_FIELD");
    }

    @Test
    void theTwentyFirstTagIsRefusedAndNothingIsChanged() {
        var names = Stream.iterate(1, number -> number + 1)
                .limit(21)
                .map(number -> "tag " + number)
                .toList();
        ada.patch(path + "/tags", Map.of("add", names)).expectProblem(409, REFUSED, "TOO_MANY_TAGS");
        assertThat(ada.get(path).json().at("/tags").size()).isZero();
        assertThat(ada.get("/v1/tags").json().at("/tags").size()).isZero();
    }

    @Test
    void aNoteIsHeardByTheMentionedAndNeverByTheVisitor() {
        try (var stream = colleague.agentStream();
                var page = guest.stream()) {
            var note = Map.of(
                    "id", UUID.randomUUID().toString(),
                    "content", "secret of the house",
                    "mentions", List.of(colleague.agentId().toString()));
            ada.post(path + "/notes", note).expect(201);
            ada.post(path + "/notes", note).expect(200);
            var row = stream.await(frame -> frame.at("/notes").asInt() == 1);
            assertThat(row.at("/mentioned").asBoolean()).isTrue();
            assertThat(page.untilPong().toString()).doesNotContain("secret").doesNotContain("note");
        }
        var thread = guest.http().get("/v1/widget/conversations/" + conversation + "/messages");
        assertThat(thread.text()).doesNotContain("secret");
        assertThat(guest.http().get("/v1/widget/conversations").text()).doesNotContain("notes");
        guest.http().get(path + "/notes").expect(401);
        var notes = grace.get(path + "/notes").expect(200);
        assertThat(notes.at("/notes/0/content")).isEqualTo("secret of the house");
        assertThat(notes.json().at("/notes/0/afterSequence").asInt()).isEqualTo(1);
        assertThat(listed(grace, "status=any&mentioned=true")).containsExactly(conversation.toString());
        grace.post(path + "/mentions/seen").expect(204);
        assertThat(listed(grace, "status=any&mentioned=true")).isEmpty();
    }

    @Test
    void aNoteThatMentionsAStrangerIsNotWritten() {
        var stranger = server.shop().agentId().toString();
        ada.post(path + "/notes", Map.of("content", "Look", "mentions", List.of(stranger)))
                .expectProblem(400, REFUSED, "AGENT_UNKNOWN");
        assertThat(ada.get(path + "/notes").json().at("/notes").size()).isZero();
        ada.post(path + "/notes", Map.of("content", " ")).expectProblem(400, REFUSED, "CONTENT_EMPTY");
    }

    @Test
    void everyViewIsCounted() {
        guest.conversation(1);
        assign(ada, shop.agentId(), null).expect(200);
        var counts = ada.get("/v1/inbox/counts").expect(200).json();
        assertThat(counts.at("/mine").asInt()).isEqualTo(1);
        assertThat(counts.at("/unassigned").asInt()).isEqualTo(1);
        assertThat(counts.at("/open").asInt()).isEqualTo(2);
        assertThat(ada.get("/v1/colleagues")
                        .expect(200)
                        .json()
                        .at("/colleagues")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void unreadIsCountedOverWhatIsOnesOwnOrNobodysAndOpenAndAwake() {
        var other = guest.conversation(2);
        assertThat(unread(ada)).isEqualTo(3);
        try (var stream = shop.agentStream()) {
            stream.watch(conversation, 0);
            stream.await("sync");
            ada.post(path + "/read", Map.of("sequence", 1)).expect(204);
            stream.await(frame -> frame.at("/ownRead").asLong() == 1);
        }
        assertThat(unread(ada)).isEqualTo(2);
        assertThat(unread(grace)).isEqualTo(3);
        assign(ada, colleague.agentId(), null).expect(200);
        guest.post(conversation, "Are you there?").expect(201);
        assertThat(unread(ada)).isEqualTo(2);
        assertThat(unread(grace)).isEqualTo(4);
        var until = Instant.now().plusSeconds(3600).toString();
        grace.put(path + "/snooze", Map.of("until", until)).expect(200);
        assertThat(unread(grace)).isEqualTo(2);
        ada.patch("/v1/conversations/" + other, Map.of("status", "resolved")).expect(200);
        assertThat(unread(ada)).isZero();
        assertThat(unread(grace)).isZero();
    }

    private static int unread(Http agent) {
        return agent.get("/v1/inbox/counts").expect(200).json().at("/unread").asInt();
    }

    @Test
    void nothingOfAnotherOrganizationCanBeTouched() {
        var stranger = server.shop().agent();
        stranger.put(path + "/assignee", wish(null, null)).expect(404);
        stranger.put(
                        path + "/snooze",
                        Map.of("until", Instant.now().plusSeconds(60).toString()))
                .expect(404);
        stranger.patch(path + "/tags", Map.of("add", List.of("mine"))).expect(404);
        stranger.get(path + "/notes").expect(404);
        stranger.post(path + "/notes", Map.of("content", "Hi")).expect(404);
        stranger.post(path + "/mentions/seen").expect(404);
    }
}
