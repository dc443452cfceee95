package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Agents edit and delete what they wrote: over HTTP, on the streams of both sides, in lists, search and files.
final class MessageChangeTest {

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Http agent = shop.agent();
    private final Guest guest = shop.guest();
    private final UUID conversation = UUID.randomUUID();
    private String path = "";
    private String answer = "";

    @BeforeEach
    void talk() {
        guest.post(conversation, "When do you open?").expect(201);
        path = "/v1/conversations/" + conversation + "/messages";
        answer = agent.post(path, Map.of("content", "We opne at nine, zyxwunique"))
                .expect(201)
                .at("/id");
    }

    private Answer edit(String content) {
        return agent.patch(path + "/" + answer, Map.of("id", UUID.randomUUID(), "content", content));
    }

    @Test
    void bothSidesReadTheNewTextAndTheEntry() {
        var edited = edit("We open at nine").expect(200);
        assertThat(edited.at("/content")).isEqualTo("We open at nine");
        assertThat(edited.json().at("/revision").asInt()).isEqualTo(3);

        for (var page : List.of(
                agent.get(path).expect(200),
                guest.http()
                        .get("/v1/widget/conversations/" + conversation + "/messages")
                        .expect(200))) {
            assertThat(page.at("/messages/1/content")).isEqualTo("We open at nine");
            assertThat(page.at("/messages/1/editedAt")).isNotEmpty();
            assertThat(page.at("/messages/2/edits")).isEqualTo(answer);
            assertThat(page.json().at("/lastSequence").asInt()).isEqualTo(3);
        }
        var row = agent.get("/v1/conversations/" + conversation).expect(200);
        assertThat(row.at("/lastMessage/content")).isEqualTo("We open at nine");
    }

    @Test
    void aDeletedMessageIsGoneForEverybody() {
        agent.delete(path + "/" + answer + "?change=" + UUID.randomUUID()).expect(200);
        var page = agent.get(path).expect(200);
        assertThat(page.at("/messages/1/content")).isEmpty();
        assertThat(page.at("/messages/1/deletedAt")).isNotEmpty();
        assertThat(page.at("/messages/2/deletes")).isEqualTo(answer);
        assertThat(agent.get("/v1/conversations/" + conversation).expect(200).at("/lastMessage/content"))
                .isEqualTo("When do you open?");
        edit("back").expectProblem(409, "SEND_ERROR", "MESSAGE_DELETED");
        agent.delete(path + "/" + answer).expectProblem(409, "SEND_ERROR", "MESSAGE_DELETED");
    }

    @Test
    void whatTheVisitorDidTellsOfMessagesOnly() {
        edit("We open at nine").expect(200);
        var timeline = agent.get("/v1/visitors/" + guest.id() + "/history")
                .expect(200)
                .json()
                .at("/timeline");
        assertThat(timeline.valueStream()
                        .map(event -> event.at("/type").asString())
                        .filter("message_received"::equals))
                .hasSize(1);
    }

    @Test
    void theSearchFindsTheNewWordsAndNoneOfTheOld() {
        server.searchCatchUp();
        assertThat(hits("zyxwunique")).isEqualTo(1);
        edit("We open at nine, abcdunique").expect(200);
        assertThat(hits("zyxwunique")).as("before the search has caught up").isZero();
        server.searchCatchUp();
        assertThat(hits("zyxwunique")).isZero();
        assertThat(hits("abcdunique")).isEqualTo(1);
        agent.delete(path + "/" + answer).expect(200);
        server.searchCatchUp();
        assertThat(hits("abcdunique")).isZero();
    }

    private int hits(String words) {
        return agent.get("/v1/search?q=" + words).expect(200).json().at("/hits").size();
    }

    @Test
    void theOrganizationSaysForHowLong() {
        assertThat(agent.get("/v1/settings/messages")
                        .expect(200)
                        .json()
                        .at("/changeMinutes")
                        .asInt())
                .isEqualTo(15);
        agent.put("/v1/settings/messages", Map.of("changeMinutes", 0)).expect(200);
        edit("late").expectProblem(409, "SEND_ERROR", "CHANGE_TOO_LATE");
        agent.delete(path + "/" + answer).expect(200);
        agent.put("/v1/settings/messages", Map.of("changeMinutes", -1))
                .expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        var line = agent.get("/v1/audit?action=messages.policy_changed").expect(200);
        assertThat(line.at("/entries/0/details/changeMinutes")).isEqualTo("0");
    }

    @Test
    void bothStreamsGetTheEntryAndSoDoesWhoResumes() {
        var epoch = shop.page().post("/v1/widget/session", shop.sessionBody()).at("/epoch");
        try (var visitor = guest.stream();
                var other = shop.agentStream()) {
            other.watch(conversation, 2).await("sync");
            edit("We open at nine").expect(200);
            for (var stream : List.of(visitor, other)) {
                var frame = stream.await(
                        each -> each.at("/message/edits").asString().equals(answer));
                assertThat(frame.at("/sequence").asLong()).isEqualTo(3);
                assertThat(frame.at("/message/content").asString()).isEqualTo("We open at nine");
            }
            var row = other.await(each -> each.at("/type").asString().equals("inbox")
                    && each.at("/preview").asString().equals("We open at nine"));
            assertThat(row.at("/lastSequence").asLong()).isEqualTo(3);
            assertThat(row.at("/unread").asInt()).isEqualTo(1);
        }
        agent.delete(path + "/" + answer).expect(200);
        try (var late = StreamClient.open(server, RunningServer.ORIGIN)) {
            late.hello(guest.token(), epoch, Map.of(conversation.toString(), 2L));
            var sync = late.await("sync");
            assertThat(sync.at("/toSequence").asLong()).isEqualTo(4);
            assertThat(sync.at("/messages/0/deletes").asString()).isEqualTo(answer);
            assertThat(sync.at("/messages/0/content").asString()).isEmpty();
            assertThat(sync.at("/messages/1/deletes").asString()).isEqualTo(answer);
        }
    }

    @Test
    void theFilesOfADeletedMessageCannotBeOpenedAnyMore() {
        var upload = agent.upload("/v1/attachments", TestFile.png()).expect(201);
        var sent = agent.post(path, Map.of("content", "look", "attachments", List.of(upload.at("/id"))))
                .expect(201);
        var url = sent.at("/attachments/0/url");
        Http.anonymous(server).get(url).expect(200);
        agent.delete(path + "/" + sent.at("/id")).expect(200);
        Http.anonymous(server).get(url).expectProblem(404, "SEND_ERROR", "NOT_FOUND");
    }

    @Test
    void whatMayNotBeAMessageMayNotBecomeOne() {
        edit(" ").expectProblem(400, "SEND_ERROR", "CONTENT_EMPTY");
        edit("x".repeat(10_001)).expectProblem(400, "SEND_ERROR", "CONTENT_TOO_LONG");
        agent.patch(path + "/" + UUID.randomUUID(), Map.of("content", "x"))
                .expectProblem(404, "SEND_ERROR", "NOT_FOUND");
    }

    @Test
    void aQuoteFollowsWhatItQuotes() {
        var reply = agent.post(path, Map.of("content", "See above", "replyTo", answer))
                .expect(201);
        assertThat(reply.at("/replyTo/preview")).startsWith("We opne");
        edit("We open at nine\nand close at five").expect(200);
        assertThat(agent.get(path).expect(200).at("/messages/2/replyTo/preview"))
                .isEqualTo("We open at nine");
        agent.delete(path + "/" + answer).expect(200);
        var quote = agent.get(path).expect(200).json().at("/messages/2/replyTo");
        assertThat(quote.at("/preview").asString()).isEmpty();
        assertThat(quote.at("/deleted").asBoolean()).isTrue();
        agent.post(path, Map.of("content", "x", "replyTo", UUID.randomUUID()))
                .expectProblem(400, "SEND_ERROR", "REPLY_TO_UNKNOWN");
    }
}
