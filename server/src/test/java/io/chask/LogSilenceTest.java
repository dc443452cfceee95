package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
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
            broken(shop, guest, agent);
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
        }
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
