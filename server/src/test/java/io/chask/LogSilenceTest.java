package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.chask.account.Codes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// S32: the log, even at its most talkative, holds no secret and no word of a message; no address holds a token.
final class LogSilenceTest {

    private static final String BODY = "my-card-number-is-4711";

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private void listen() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var ear = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                lines.add(event.getFormattedMessage());
                if (event.getThrowableProxy() != null) {
                    lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
                }
            }
        };
        ear.setContext(context);
        ear.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(ear);
    }

    @Test
    void s32LogOfAWholeSceneHoldsNoSecretAndNoMessage() {
        try (var server = RunningServer.start(Map.of("--log-level", "debug"))) {
            listen();
            var shop = server.shop();
            var guest = shop.guest();
            var token = shop.agentToken();
            var agent = Http.anonymous(server).with("Authorization", "Bearer " + token);
            scene(shop, guest, agent);
            var secrets = accounts(shop, agent);
            broken(shop, guest, agent);
            server.settleRefusedSignIns();
            LoggerFactory.getLogger("io.chask.test").warn("heard");
            assertThat(lines).contains("heard");
            assertThat(String.join("\n", lines))
                    .doesNotContain(
                            RunningServer.PASSWORD,
                            "wrong-password",
                            BODY,
                            secret(token),
                            secret(guest.token()),
                            shop.key().value());
            assertThat(String.join("\n", lines)).doesNotContain(secrets);
        }
    }

    /// What people and their apps hold besides: an invitation, a second factor with its codes, an identity's secret and
    /// token, a ticket of the stream, and the signature of a file's link.
    ///
    /// @return all of it
    private static List<String> accounts(Shop shop, Http agent) {
        List<String> held = new ArrayList<>();
        agent.post("/v1/conversations/" + shop.guest().conversation(1) + "/notes", Map.of("content", BODY))
                .expect(201);
        var wanted = Map.of("email", "w-" + shop.id() + "@shop.example", "role", "agent", "locale", "en");
        var link = agent.post("/v1/invitations", wanted).expect(201).at("/link");
        held.add(secret(link.substring(link.lastIndexOf('/') + 1)));
        held.add(agent.post("/v1/identity/secrets").expect(201).at("/secret"));
        agent.patch("/v1/identity", Map.of("mode", "optional")).expect(200);
        held.add(TestToken.sign(TestToken.claims(shop.id(), "u-1"), held.getLast()));
        held.add(held.getLast().replace('e', 'f'));
        for (var token : held.subList(held.size() - 2, held.size())) {
            IdentityCase.session(shop, null, token);
            agent.post("/v1/identity/explanations", Map.of("token", token)).expect(200);
        }
        held.add(agent.post("/v1/stream/tickets").expect(201).at("/ticket").substring(44));
        var url = shop.guest().upload(TestFile.png()).expect(201).at("/url");
        held.add(url.substring(url.indexOf("signature=") + 10));
        Http.anonymous(shop.server()).get(url).expect(200);
        held.add(agent.post("/v1/account/totp").expect(201).at("/secret"));
        var code = Codes.of(held.getLast(), 0);
        var codes = agent.post("/v1/account/totp/confirm", Map.of("code", code)).expect(200);
        codes.json().at("/recoveryCodes").forEach(each -> held.add(each.asString()));
        Http.anonymous(shop.server())
                .post(
                        "/v1/sessions",
                        Map.of("email", shop.email(), "password", RunningServer.PASSWORD, "code", held.getLast()))
                .expect(201);
        return held;
    }

    private static String secret(String token) {
        return token.substring(token.indexOf('.') + 1);
    }

    private static void scene(Shop shop, Guest guest, Http agent) {
        var conversation = UUID.randomUUID();
        try (var visitor = guest.stream();
                var console = shop.agentStream()) {
            visitor.send(UUID.randomUUID(), conversation, BODY).await("sent");
            console.await("inbox");
            guest.post(conversation, BODY).expect(201);
            agent.post("/v1/conversations/" + conversation + "/messages", Map.of("content", BODY))
                    .expect(201);
            guest.upload(TestFile.text(BODY + ".txt", "text/plain", BODY)).status();
        }
    }

    /// What goes wrong is what gets logged.
    private static void broken(Shop shop, Guest guest, Http agent) {
        var server = shop.server();
        Http.anonymous(server)
                .post("/v1/sessions", Map.of("email", shop.email(), "password", "wrong-password"))
                .expect(401);
        Http.anonymous(server)
                .postUndocumented("/v1/sessions", Map.of("email", 1, "password", List.of("wrong-password")))
                .expect(400);
        guest.post(UUID.randomUUID(), BODY + "\u0000").expect(400);
        guest.post(UUID.randomUUID(), BODY.repeat(1_000)).expect(400);
        agent.get("/v1/conversations/" + BODY).expect(404);
        try (var stream = guest.stream()) {
            stream.sendText("{\"type\":\"send\",\"content\":\"" + BODY + "\",\"id\":7}")
                    .await("error");
            stream.sendText("{\"type\":\"send\",\"content\":\"" + BODY).awaitClose();
        }
        try (var stream = StreamClient.open(server, RunningServer.ORIGIN)) {
            stream.hello(guest.token() + "x").awaitClose();
        }
    }

    /// The widget's key is public, and a file's link is signed and ends.
    @Test
    void s32NoAddressHoldsAToken() {
        assertThat(Contract.instance().freeParameters())
                .noneMatch(name -> name.matches("(?i).*(token|ticket|password|secret|session|code).*"));
    }
}
