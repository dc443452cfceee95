package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What an agent sees of a visitor's page and device is of his last visit, and all of the same one.
final class VisitTest extends IdentityCase {

    private static final String WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0";
    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) Safari/604.1";
    private static final Map<String, String> ADVERTISED =
            Map.of("url", "https://shop.example/offer", "title", "Offer", "referrer", "https://search.example/");

    /// @param page    null: the browser says nothing of it
    /// @param visitor token of the one who comes again
    /// @param user    an identity token
    private Answer visit(
            String device, @Nullable Map<String, String> page, @Nullable String visitor, @Nullable String user) {
        var body = new HashMap<>(shop.sessionBody());
        body.put("page", page);
        body.put("visitorToken", visitor);
        body.put("userToken", user);
        body.values().removeIf(value -> value == null);
        return shop.page().with("User-Agent", device).post(SESSION, body).expect(200);
    }

    private JsonNode seen(UUID conversation) {
        return shop.agent()
                .get("/v1/conversations/" + conversation)
                .expect(200)
                .json()
                .at("/visitor");
    }

    @Test
    void whoComesAgainIsSeenWithTheDeviceAndThePageOfHisLastVisitAlone() {
        var guest = guest(visit(WINDOWS, ADVERTISED, null, null));
        var conversation = guest.conversation(1);
        visit(IPHONE, Map.of("url", "https://shop.example/"), guest.token(), null);
        var visitor = seen(conversation);
        assertThat(visitor.at("/userAgent").asString()).isEqualTo(IPHONE);
        assertThat(visitor.at("/page").toString()).isEqualTo("{\"url\":\"https://shop.example/\"}");
    }

    @Test
    void aVisitThatSaysNothingOfItsPageTakesTheOldOneNotAway() {
        var guest = guest(visit(WINDOWS, ADVERTISED, null, null));
        var conversation = guest.conversation(1);
        visit(WINDOWS, null, guest.token(), null);
        assertThat(seen(conversation).at("/page/title").asString()).isEqualTo("Offer");
        assertThat(seen(conversation).at("/page/referrer").asString()).isEqualTo("https://search.example/");
    }

    @Test
    void aVerifiedPersonIsSeenWithTheDeviceAndThePageHeWritesFrom() {
        mode("optional");
        var conversation = guest(visit(WINDOWS, ADVERTISED, null, token("u-1"))).conversation(1);
        visit(IPHONE, Map.of("url", "https://shop.example/"), null, token("u-1"));
        var visitor = seen(conversation);
        assertThat(visitor.at("/userAgent").asString()).isEqualTo(IPHONE);
        assertThat(visitor.at("/page").toString()).isEqualTo("{\"url\":\"https://shop.example/\"}");
    }

    @Test
    void whoShowsWhoHeIsInTheMiddleOfAVisitIsSeenOnItsPage() {
        mode("optional");
        var conversation = guest(visit(WINDOWS, ADVERTISED, null, token("u-1"))).conversation(1);
        var device = guest(visit(IPHONE, Map.of("url", "https://shop.example/cart"), null, null));
        device.http().patch(USER, Map.of("token", token("u-1"))).expect(200);
        var visitor = seen(conversation);
        assertThat(visitor.at("/userAgent").asString()).isEqualTo(IPHONE);
        assertThat(visitor.at("/page").toString()).isEqualTo("{\"url\":\"https://shop.example/cart\"}");
    }
}
