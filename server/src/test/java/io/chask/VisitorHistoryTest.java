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
