package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// S33: who has copied a key, forges its origin and takes as many visitors as he likes meets the quotas of the visitor,
/// the address, the key and the organization. The tests stand behind a proxy that is believed, to have more than one
/// address.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AbuseTest {

    private static final String SEND = "SEND_ERROR";
    private static final String LIMITED = "RATE_LIMITED";
    private static final int FLOOD = 60;
    private static final String SESSION = "/v1/widget/session";

    private final RunningServer server = RunningServer.start(Map.ofEntries(
            Map.entry("--trusted-proxies", "127.0.0.1"),
            Map.entry("--quota-burst", "5"),
            Map.entry("--quota-per-second", "1"),
            Map.entry("--quota-address-per-second", "2"),
            Map.entry("--quota-organization-per-second", "3"),
            Map.entry("--quota-sessions-per-minute", "4"),
            Map.entry("--quota-key-sessions-per-minute", "10"),
            Map.entry("--quota-uploads-per-minute", "2"),
            Map.entry("--quota-organization-uploads-per-minute", "3"),
            Map.entry("--quota-settings-per-minute", "3"),
            Map.entry("--quota-streams-per-minute", "2"),
            Map.entry("--quota-sign-ins", "10")));
    private final Shop shop = server.shop();
    private int address;

    @AfterAll
    void stop() {
        server.close();
    }

    /// Somebody behind an address that nobody had before.
    private Http elsewhere() {
        address++;
        return behind("203.0.113." + address);
    }

    private Http behind(String from) {
        return shop.page().with("X-Forwarded-For", from);
    }

    private Guest guest(Shop of, Http page) {
        var session = page.post(SESSION, of.sessionBody()).expect(200);
        var token = session.at("/visitorToken");
        return new Guest(
                of,
                UUID.fromString(session.at("/visitor/visitorId")),
                token,
                page.with("Authorization", "Bearer " + token));
    }

    private static void refused(Answer answer) {
        answer.expectProblem(429, SEND, LIMITED);
        assertThat(Long.parseLong(answer.header("Retry-After"))).isBetween(1L, 60L);
        assertThat(answer.json().at("/retryable").asBoolean()).isTrue();
    }

    @Test
    void s33NewVisitorsOfOneAddressAreLimited() {
        var own = server.shop();
        var page = elsewhere();
        grants(4, 4, () -> page.post(SESSION, own.sessionBody()));
        elsewhere().post(SESSION, own.sessionBody()).expect(200);
    }

    @Test
    void s33AddressesOfOneNetworkCountAsOne() {
        var own = server.shop();
        var number = new AtomicInteger(0x1000);
        grants(
                4,
                4,
                () -> behind("2001:db8:0:7:" + Integer.toHexString(number.getAndIncrement()) + "::1")
                        .post(SESSION, own.sessionBody()));
        behind("2001:db8:0:8::1").post(SESSION, own.sessionBody()).expect(200);
    }

    @Test
    void s33NewVisitorsByOneKeyAreLimitedWhateverTheirAddress() {
        var copied = server.shop();
        grants(10, 10, () -> elsewhere().post(SESSION, copied.sessionBody()));
        elsewhere().post(SESSION, server.shop().sessionBody()).expect(200);
    }

    @Test
    void s33MessagesOfAVisitorAnAddressAndAnOrganizationAreLimited() {
        var own = server.shop();
        var page = elsewhere();
        var since = System.nanoTime();
        int accepted = acceptedUntilOneIsRefused(guest(own, page));
        assertThat(accepted).as("of a visitor").isBetween(5, most(5, 1, since));
        for (int number = 0; number < 3; number++) {
            accepted += accepted(guest(own, page), 5);
        }
        assertThat(accepted).as("from an address").isBetween(12, most(12, 2, since));
        for (int number = 0; number < 5; number++) {
            accepted += accepted(guest(own, elsewhere()), 5);
        }
        assertThat(accepted).as("of an organization").isBetween(18, most(18, 3, since));
        assertThat(accepted(guest(server.shop(), elsewhere()), 5)).isEqualTo(5);
    }

    /// What a share allows since then: it fills again meanwhile.
    private static int most(int burst, double perSecond, long since) {
        return burst + (int) (perSecond * (System.nanoTime() - since) / 1_000_000_000) + 1;
    }

    /// Asks until it is refused, which is after the burst and what the share has got meanwhile.
    private static void grants(int burst, int perMinute, Supplier<Answer> ask) {
        var since = System.nanoTime();
        int granted = 0;
        var answer = ask.get();
        while (answer.status() == 200 && granted < FLOOD) {
            granted++;
            answer = ask.get();
        }
        refused(answer);
        assertThat(granted).isBetween(burst, most(burst, perMinute / 60.0, since));
    }

    private static int acceptedUntilOneIsRefused(Guest guest) {
        var conversation = UUID.randomUUID();
        int accepted = 0;
        var answer = guest.post(conversation, "first");
        while (answer.status() == 201 && accepted < FLOOD) {
            accepted++;
            answer = guest.post(conversation, "another");
        }
        refused(answer);
        return accepted;
    }

    private static int accepted(Guest guest, int tries) {
        var conversation = UUID.randomUUID();
        int accepted = 0;
        for (int number = 0; number < tries; number++) {
            var answer = guest.post(conversation, "message " + number);
            if (answer.status() == 201) {
                accepted++;
            } else {
                refused(answer);
            }
        }
        return accepted;
    }

    @Test
    void s33LoadsOfTheSettingsAreLimited() {
        var page = elsewhere();
        grants(3, 3, () -> page.get(shop.settings()));
    }

    @Test
    void s33UploadsOfAVisitorAndOfAnOrganizationAreLimited() {
        var own = server.shop();
        var first = guest(own, elsewhere());
        first.upload(TestFile.png()).expect(201);
        first.upload(TestFile.png()).expect(201);
        refused(first.upload(TestFile.png()));
        var second = guest(own, elsewhere());
        second.upload(TestFile.png()).expect(201);
        refused(second.upload(TestFile.png()));
    }

    @Test
    void s33StreamsOfAVisitorAreLimited() {
        var guest = guest(server.shop(), elsewhere());
        for (int number = 0; number < 2; number++) {
            guest.stream().close();
        }
        try (var third = StreamClient.open(server, RunningServer.ORIGIN)) {
            third.hello(guest.token());
            assertThat(third.awaitClose()).isEqualTo(4101);
        }
        var hello = Map.of("type", "hello", "v", 1, "token", guest.token(), "client", "test/1");
        guest.http().post("/v1/stream/sse", hello).expectProblem(429, SEND, LIMITED);
    }

    /// What was acknowledged stands in the history once, what was refused does not.
    @Test
    void floodLosesNothingThatWasAccepted() {
        var own = server.shop();
        var guest = guest(own, elsewhere());
        var conversation = UUID.randomUUID();
        var settled = flood(guest, conversation);
        List<String> stored = new ArrayList<>();
        var page = guest.http().get("/v1/widget/conversations/" + conversation + "/messages?limit=100");
        page.json()
                .at("/messages")
                .forEach(message -> stored.add(message.at("/id").asString()));
        assertThat(stored)
                .containsExactlyInAnyOrderElementsOf(settled.keySet().stream()
                        .filter(id -> "sent".equals(settled.get(id)))
                        .toList());
        assertThat(stored).hasSizeBetween(5, 30);
    }

    /// What became of each message, by its id: `sent` or `refused`.
    private static Map<String, String> flood(Guest guest, UUID conversation) {
        Map<String, String> settled = new HashMap<>();
        try (var stream = guest.stream()) {
            for (int number = 0; number < FLOOD; number++) {
                stream.send(UUID.randomUUID(), conversation, "flood " + number);
            }
            while (settled.size() < FLOOD) {
                var frame = stream.await(
                        each -> each.has("ref") || each.at("/type").asString().equals("sent"));
                boolean sent = frame.at("/type").asString().equals("sent");
                settled.put(frame.at(sent ? "/id" : "/ref").asString(), sent ? "sent" : "refused");
                if (!sent) {
                    assertThat(frame.at("/reason").asString()).isEqualTo(LIMITED);
                    assertThat(frame.at("/retryAfterMs").asLong()).isPositive();
                }
            }
        }
        return settled;
    }

    @Test
    void s21EleventhSignInIsRefusedForTheAccountFromWhateverAddress() {
        var victim = server.shop();
        var body = Map.of("email", victim.email(), "password", "wrong password");
        for (int number = 0; number < 10; number++) {
            elsewhere().post("/v1/sessions", body).expectProblem(401, "AUTH_ERROR", "CREDENTIALS_INVALID");
        }
        refusedSignIn(elsewhere().post("/v1/sessions", body));
    }

    private static void refusedSignIn(Answer answer) {
        answer.expectProblem(429, SEND, LIMITED);
        assertThat(Long.parseLong(answer.header("Retry-After"))).isPositive();
    }
}
