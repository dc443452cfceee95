package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What an agent is told of what a visitor has done.
final class VisitorHistoryTest {

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();

    private static Map<String, Object> on(Map<String, Object> body, String url) {
        var with = new HashMap<>(body);
        with.put("page", Map.of("url", url, "title", "Page " + url));
        return with;
    }

    private Answer history(UUID visitor) {
        return shop.agent().get("/v1/visitors/" + visitor + "/history").expect(200);
    }

    private static List<String> types(Answer history) {
        return history.json()
                .at("/timeline")
                .valueStream()
                .map(event -> event.at("/type").stringValue())
                .toList();
    }

    @Test
    void conversationsPagesMessagesAndFilesAreToldNewestFirst() {
        var first = on(shop.sessionBody(), "https://shop.example/a");
        var session = shop.page().post("/v1/widget/session", first).expect(200);
        var visitor = UUID.fromString(session.at("/visitor/visitorId"));
        String token = session.at("/visitorToken");
        first.put("visitorToken", token);
        // Loaded again: the same visit.
        shop.page().post("/v1/widget/session", first).expect(200);
        shop.page()
                .post("/v1/widget/session", on(first, "https://shop.example/b"))
                .expect(200);
        var guest = new Guest(shop, visitor, token, shop.page().with("Authorization", "Bearer " + token));
        var conversation = guest.conversation(1);
        shop.agent()
                .post("/v1/conversations/" + conversation + "/messages", Map.of("content", "Hello"))
                .expect(201);
        guest.upload(TestFile.png()).expect(201);
        var history = history(visitor);
        assertThat(types(history))
                .containsExactly(
                        "attachment_uploaded",
                        "message_received",
                        "message_sent",
                        "session_started",
                        "page_viewed",
                        "page_viewed");
        assertThat(history.at("/timeline/4/url")).isEqualTo("https://shop.example/b");
        assertThat(history.at("/conversations/0/id")).isEqualTo(conversation.toString());
    }

    @Test
    void aPageThatCameWithoutBeingLoadedIsToldAndShown() {
        var guest = shop.guest();
        var conversation = guest.conversation(1);
        var next = Map.of("url", "https://shop.example/cart", "title", "Your cart");
        guest.http().put("/v1/widget/page", next).expect(204);
        guest.http().put("/v1/widget/page", next).expect(204);
        assertThat(types(history(guest.id()))).containsOnlyOnce("page_viewed");
        var page = shop.agent().get("/v1/conversations/" + conversation).expect(200);
        assertThat(page.at("/visitor/page/url")).isEqualTo("https://shop.example/cart");
        assertThat(page.at("/visitor/page/title")).isEqualTo("Your cart");
    }

    @Test
    void aPageWhoseAddressCannotBeKeptStandsInTheWayOfNothing() {
        var guest = shop.guest();
        guest.conversation(1);
        guest.http().put("/v1/widget/page", Map.of("url", " ")).expect(204);
        guest.http().put("/v1/widget/page", Map.of("title", "No address")).expect(400);
        assertThat(types(history(guest.id()))).doesNotContain("page_viewed");
    }

    @Test
    void aRatingIsToldWithItsScore() {
        var guest = shop.guest();
        var conversation = guest.conversation(1);
        shop.agent()
                .patch("/v1/conversations/" + conversation, Map.of("status", "resolved"))
                .expect(200);
        guest.http()
                .put("/v1/widget/conversations/" + conversation + "/rating", Map.of("score", 4, "comment", ""))
                .expect(200);
        var event = history(guest.id()).json().at("/timeline/0");
        assertThat(event.at("/type").stringValue()).isEqualTo("rating_submitted");
        assertThat(event.at("/score").intValue()).isEqualTo(4);
        assertThat(event.at("/conversation").stringValue()).isEqualTo(conversation.toString());
    }

    private Guest guestOn(String url) {
        var session = shop.page()
                .post("/v1/widget/session", on(shop.sessionBody(), url))
                .expect(200);
        String token = session.at("/visitorToken");
        var http = shop.page().with("Authorization", "Bearer " + token);
        return new Guest(shop, UUID.fromString(session.at("/visitor/visitorId")), token, http);
    }

    @Test
    void anOpenedWindowIsToldWithItsPageAndOnceInAVisit() {
        var guest = guestOn("https://shop.example/a");
        try (var stream = guest.stream()) {
            stream.send(Map.of("type", "opened")).send(Map.of("type", "opened"));
            // Frames are done in order: this one is refused after both.
            stream.send(Map.of("type", "catchup", "conversation", UUID.randomUUID(), "after", 0));
            stream.await("error");
        }
        var history = history(guest.id());
        assertThat(types(history)).containsExactly("widget_opened", "page_viewed");
        assertThat(history.at("/timeline/0/url")).isEqualTo("https://shop.example/a");
        assertThat(history.at("/timeline/0/title")).isEqualTo("Page https://shop.example/a");
    }

    @Test
    void aVisitorWhoSaysWhoHeIsIsToldAsIdentified() {
        var guest = guestOn("https://shop.example/a");
        guest.http().patch("/v1/widget/user", Map.of("phone", "+1 555 0100")).expect(200);
        assertThat(types(history(guest.id()))).containsExactly("page_viewed");
        guest.http().patch("/v1/widget/user", Map.of("name", "Ana")).expect(200);
        assertThat(types(history(guest.id()))).containsExactly("identified", "page_viewed");
    }

    @Test
    void thatAConversationWasResolvedAndOpenedAgainIsToldWhoeverDidIt() {
        var guest = shop.guest();
        var conversation = guest.conversation(1);
        var path = "/v1/conversations/" + conversation;
        for (var status : List.of("resolved", "open", "resolved")) {
            shop.agent().patch(path, Map.of("status", status)).expect(200);
        }
        guest.post(conversation, "One more thing").expect(201);
        guest.post(conversation, "And another").expect(201);
        assertThat(types(history(guest.id())))
                .containsExactly(
                        "message_sent",
                        "conversation_reopened",
                        "conversation_resolved",
                        "conversation_reopened",
                        "conversation_resolved",
                        "message_sent",
                        "session_started");
    }

    @Test
    void aLongTalkIsToldInAFewLinesAndHidesNothingElse() {
        var guest = guestOn("https://shop.example/a");
        var conversation = guest.conversation(1);
        talk(guest, conversation, 29, 30);
        shop.agent()
                .patch("/v1/conversations/" + conversation, Map.of("status", "resolved"))
                .expect(200);
        talk(guest, conversation, 2, 1);
        var history = history(guest.id());
        assertThat(types(history))
                .containsExactly(
                        "message_sent",
                        "message_received",
                        "conversation_reopened",
                        "conversation_resolved",
                        "message_received",
                        "message_sent",
                        "session_started",
                        "page_viewed");
        assertThat(history.json().at("/timeline").valueStream())
                .extracting(event -> event.at("/count").asInt(0))
                .containsExactly(2, 1, 0, 0, 30, 30, 0, 0);
    }

    private void talk(Guest guest, UUID conversation, int sent, int received) {
        for (int turn = 0; turn < Math.max(sent, received); turn++) {
            if (turn < sent) {
                guest.post(conversation, "Question " + turn).expect(201);
            }
            if (turn < received) {
                shop.agent()
                        .post("/v1/conversations/" + conversation + "/messages", Map.of("content", "Answer " + turn))
                        .expect(201);
            }
        }
    }

    @Test
    void whatWasSaidBeforeTheOldestEventThatIsToldIsLeftOut() {
        var body = on(shop.sessionBody(), "https://shop.example/first");
        var session = shop.page().post("/v1/widget/session", body).expect(200);
        String token = session.at("/visitorToken");
        var http = shop.page().with("Authorization", "Bearer " + token);
        var guest = new Guest(shop, UUID.fromString(session.at("/visitor/visitorId")), token, http);
        var conversation = guest.conversation(1);
        for (int page = 0; page < 50; page++) {
            var next = on(body, "https://shop.example/" + page);
            next.put("visitorToken", token);
            shop.page().post("/v1/widget/session", next).expect(200);
        }
        talk(guest, conversation, 3, 0);
        var history = history(guest.id());
        assertThat(types(history).getFirst()).isEqualTo("message_sent");
        assertThat(history.json().at("/timeline/0/count").intValue()).isEqualTo(3);
        assertThat(types(history).subList(1, 51)).hasSize(50).containsOnly("page_viewed");
        assertThat(types(history)).hasSize(51);
    }

    @Test
    void onlyTheLastPagesAreKept() {
        var body = shop.sessionBody();
        var session = shop.page().post("/v1/widget/session", body).expect(200);
        for (int page = 0; page < 55; page++) {
            var next = on(body, "https://shop.example/" + page);
            next.put("visitorToken", session.at("/visitorToken"));
            shop.page().post("/v1/widget/session", next).expect(200);
        }
        var history = history(UUID.fromString(session.at("/visitor/visitorId")));
        assertThat(types(history)).hasSize(50).containsOnly("page_viewed");
        assertThat(history.at("/timeline/0/url")).isEqualTo("https://shop.example/54");
    }
}
