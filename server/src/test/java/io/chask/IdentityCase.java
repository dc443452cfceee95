package io.chask;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What tests of identity begin with: a shop with a shared secret, and who comes to it.
abstract class IdentityCase {

    static final String AUTH = "AUTH_ERROR";
    static final String SESSION = "/v1/widget/session";
    static final String USER = "/v1/widget/user";

    final RunningServer server = RunningServer.shared();
    final Shop shop = server.shop();
    final String secret = newSecret();

    String newSecret() {
        return shop.agent().post("/v1/identity/secrets").expect(201).at("/secret");
    }

    void mode(String mode) {
        shop.agent().patch("/v1/identity", Map.of("mode", mode)).expect(200);
    }

    String token(String user) {
        return TestToken.sign(TestToken.claims(shop.id(), user), secret);
    }

    Answer session(@Nullable String visitorToken, @Nullable String userToken) {
        return session(shop, visitorToken, userToken);
    }

    static Answer session(Shop shop, @Nullable String visitorToken, @Nullable String userToken) {
        var body = new HashMap<>(shop.sessionBody());
        if (visitorToken != null) {
            body.put("visitorToken", visitorToken);
        }
        if (userToken != null) {
            body.put("userToken", userToken);
        }
        return shop.page().post(SESSION, body);
    }

    Guest guest(Answer session) {
        var token = session.expect(200).at("/visitorToken");
        var id = UUID.fromString(session.at("/visitor/visitorId"));
        return new Guest(shop, id, token, shop.page().with("Authorization", "Bearer " + token));
    }

    Guest identified(String user) {
        return guest(session(null, token(user)));
    }
}
