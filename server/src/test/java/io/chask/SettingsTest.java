package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.audit.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What admins set: the organization, its widget, its keys and origins.
final class SettingsTest {

    private static final String ORGANIZATION = "/v1/settings/organization";
    private static final String WIDGET = "/v1/settings/widget";
    private static final String KEYS = "/v1/settings/keys";
    private static final String ORIGINS = "/v1/settings/origins";

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Http owner = shop.agent();

    static Map<String, Object> profile() {
        return new HashMap<>(Map.of(
                "name",
                "Panadería",
                "locales",
                List.of("es", "en"),
                "timeZone",
                "America/Lima",
                "hours",
                Map.of(
                        "week", List.of(Map.of("day", 1, "from", "09:00", "to", "24:00")),
                        "daysOff", List.of(Map.of("date", "2026-12-25", "yearly", true)))));
    }

    static Map<String, Object> widget() {
        return new HashMap<>(Map.of(
                "mode", "dark",
                "primaryColor", "#00aa7f",
                "position", "left",
                "avatarUrl", "https://cdn.example/a.png",
                "look",
                        Map.of(
                                "offsetX", 8,
                                "offsetY", 90,
                                "cornerRadius", 4,
                                "launcher", "pill",
                                "whenClosed", "hide"),
                "features", Map.of("typing", false, "readReceipts", true, "reopen", true, "rating", false),
                "texts",
                        Map.of(
                                "es", Map.of("greeting", " Hola ", "questions", List.of("¿Hacen envíos?", " ")),
                                "en", Map.of("title", "  "))));
    }

    private Answer settings() {
        return shop.page().get(shop.settings()).expect(200);
    }

    @Test
    void theOrganizationIsChangedWithALineInTheAuditLog() {
        var changed = owner.put(ORGANIZATION, profile()).expect(200);
        assertThat(changed.at("/name")).isEqualTo("Panadería");
        assertThat(changed.at("/locales/0")).isEqualTo("es");
        assertThat(changed.at("/hours/week/0/to")).isEqualTo("24:00");
        assertThat(changed.at("/changesAt")).isNotEmpty();
        assertThat(owner.get(ORGANIZATION).expect(200).json().at("/hours"))
                .isEqualTo(changed.json().at("/hours"));
        var line = owner.get("/v1/audit?action=organization.changed").expect(200);
        assertThat(line.at("/entries/0/details/timeZone")).isEqualTo("America/Lima");
    }

    @Test
    void withoutHoursItIsAlwaysOpenAndTheWidgetIsToldNothingOfThem() {
        var profile = profile();
        profile.remove("hours");
        var changed = owner.put(ORGANIZATION, profile).expect(200).json();
        assertThat(changed.at("/open").asBoolean()).isTrue();
        assertThat(changed.has("hours")).isFalse();
        assertThat(changed.at("/timeZone").asString()).isEqualTo("America/Lima");
        assertThat(owner.get(ORGANIZATION).expect(200).json().at("/timeZone").asString())
                .isEqualTo("America/Lima");
        assertThat(settings().json().has("look")).isFalse();
    }

    @Test
    void itCanNameNoTimeZoneAtAll() {
        var profile = profile();
        profile.keySet().removeAll(List.of("hours", "timeZone"));
        assertThat(owner.put(ORGANIZATION, profile).expect(200).json().has("timeZone"))
                .isFalse();
    }

    @Test
    void hoursThatWereStoredBeforeNameItsTimeZone() {
        server.database().execute("""
                update organization set hours = '{"zone": "America/Lima", "week": [], "daysOff": []}'
                where organization_id = '%s'
                """.formatted(shop.id()));
        var kept = owner.get(ORGANIZATION).expect(200).json();
        assertThat(kept.at("/timeZone").asString()).isEqualTo("America/Lima");
        assertThat(kept.at("/hours/week").size()).isZero();
    }

    @Test
    void theWidgetIsToldTheNextOpenings() {
        owner.put(ORGANIZATION, profile()).expect(200);
        var openings = settings().json().at("/look/openings");
        assertThat(openings.size()).isBetween(1, 3);
        var first = openings.get(0);
        var from = Instant.parse(first.at("/from").stringValue());
        assertThat(Duration.between(from, Instant.parse(first.at("/to").stringValue())))
                .isEqualTo(Duration.ofHours(15));
    }

    @Test
    void theWidgetIsToldAllOpeningsOfTwoWeeks() {
        var profile = profile();
        var week = IntStream.rangeClosed(1, 7)
                .boxed()
                .flatMap(day -> Stream.of(
                        Map.of("day", day, "from", "09:00", "to", "12:00"),
                        Map.of("day", day, "from", "13:00", "to", "17:00")))
                .toList();
        profile.put("hours", Map.of("week", week, "daysOff", List.of()));
        owner.put(ORGANIZATION, profile).expect(200);
        var openings = settings().json().at("/look/openings");
        var last = Instant.parse(openings.get(openings.size() - 1).at("/to").stringValue());
        assertThat(openings.size()).isBetween(28, 30);
        assertThat(last).isAfter(Instant.now().plus(Duration.ofDays(14)).minus(Duration.ofHours(16)));
    }

    @Test
    void theWidgetIsToldWhetherMessagesOpenResolvedConversationsAgain() {
        assertThat(settings().json().at("/features/reopen").asBoolean()).isTrue();
        var closing = server.shop();
        var widget = widget();
        widget.put("features", Map.of("typing", true, "readReceipts", true, "reopen", false, "rating", true));
        closing.agent().put(WIDGET, widget).expect(200);
        var told = closing.page().get(closing.settings()).expect(200).json();
        assertThat(told.at("/features/reopen").asBoolean(true)).isFalse();
    }

    @Test
    void aProfileThatCannotBeIsRefusedByName() {
        refused(ORGANIZATION, profile(), "name", " ", "name");
        refused(ORGANIZATION, profile(), "name", "a\u0000b", "name");
        refused(ORGANIZATION, profile(), "locales", List.of(), "locales");
        refused(ORGANIZATION, profile(), "locales", List.of("en", "fr"), "locales");
        refused(ORGANIZATION, profile(), "timeZone", "+02:00", "timeZone");
        refused(ORGANIZATION, profile(), "timeZone", "Mars/Olympus", "timeZone");
        refused(ORGANIZATION, profile(), "timeZone", null, "timeZone");
        refusedHours("week", List.of(Map.of("day", 1, "from", "9", "to", "10:00")), "hours.week");
        refusedHours("week", List.of(Map.of("day", 1, "from", "10:00", "to", "09:00")), "hours.week");
        refusedHours("daysOff", List.of(Map.of("date", "2026-02-30", "yearly", false)), "hours.daysOff");
    }

    private void refusedHours(String member, Object value, String field) {
        var hours = new HashMap<String, Object>(Map.of("week", List.of(), "daysOff", List.of()));
        hours.put(member, value);
        refused(ORGANIZATION, profile(), "hours", hours, field);
    }

    private void refused(String path, Map<String, Object> body, String member, @Nullable Object value, String field) {
        body.put(member, value);
        var answer = owner.put(path, body).expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        assertThat(answer.at("/fields/0/field")).isEqualTo(field);
    }

    @Test
    void theWidgetIsChangedAndPagesSeeIt() {
        var changed = owner.put(WIDGET, widget()).expect(200);
        assertThat(changed.at("/texts/es/greeting")).isEqualTo("Hola");
        assertThat(changed.json().at("/texts").has("en")).isFalse();
        assertThat(owner.get(WIDGET).expect(200).text()).isEqualTo(changed.text());
        var seen = settings();
        assertThat(seen.at("/theme/primaryColor")).isEqualTo("#00aa7f");
        assertThat(seen.at("/look/launcher")).isEqualTo("pill");
        assertThat(seen.json().at("/look/texts/es/questions").size()).isEqualTo(1);
        assertThat(seen.json().at("/features/typing").asBoolean()).isFalse();
        var line = owner.get("/v1/audit?action=widget.changed").expect(200);
        assertThat(line.at("/entries/0/details/changed"))
                .isEqualTo("mode primaryColor position texts avatarUrl typing rating look");
    }

    @Test
    void aChangeOfNothingStandsInNoLog() {
        owner.put(WIDGET, widget()).expect(200);
        owner.put(WIDGET, widget()).expect(200);
        assertThat(owner.get("/v1/audit?action=widget.changed")
                        .expect(200)
                        .json()
                        .at("/entries")
                        .size())
                .isOne();
    }

    @Test
    void aLookThatCannotBeIsRefusedByName() {
        refused(WIDGET, widget(), "mode", "pink", "mode");
        refused(WIDGET, widget(), "primaryColor", "red", "primaryColor");
        refused(WIDGET, widget(), "avatarUrl", "http://cdn.example/a.png", "avatarUrl");
        refused(WIDGET, widget(), "texts", Map.of("fr", Map.of("title", "x")), "texts");
        refused(WIDGET, widget(), "texts", Map.of("en", Map.of("title", "x".repeat(501))), "texts");
        refused(WIDGET, widget(), "texts", Map.of("en", Map.of("title", "\u0000")), "texts");
    }

    @Test
    void aReplacedKeyGoesOnForAWhileAndIsRevokedByItselfThen() {
        var old = shop.key().id();
        var next =
                owner.post(KEYS, Map.of("replaces", old, "graceSeconds", 3_600)).expect(201);
        var keys = owner.get(KEYS).expect(200).json().at("/keys");
        assertThat(keys.size()).isEqualTo(2);
        assertThat(keys.get(0).at("/retiresAt").stringValue()).isNotEmpty();
        assertThat(keys.get(1).at("/value").stringValue()).isEqualTo(next.at("/value"));
        server.retireKeys(Instant.now().plusSeconds(3_500));
        assertThat(owner.get(KEYS).expect(200).json().at("/keys").size()).isEqualTo(2);
        server.retireKeys(Instant.now().plusSeconds(3_700));
        assertThat(owner.get(KEYS).expect(200).json().at("/keys").size()).isOne();
        shop.page().get(shop.settings()).expectProblem(401, "AUTH_ERROR", "KEY_REVOKED");
        var log = owner.get("/v1/audit?action=key.revoked").expect(200);
        assertThat(log.at("/entries/0/actor/kind")).isEqualTo("system");
    }

    @Test
    void aKeyThatWasToRetireCanBeKept() {
        var path = KEYS + "/" + shop.key().id() + "/retirement";
        owner.put(path, Map.of("graceSeconds", 60)).expect(204);
        owner.delete(path).expect(204);
        server.retireKeys(Instant.now().plusSeconds(61));
        settings();
        assertThat(owner.get("/v1/audit?action=key.kept").expect(200).at("/entries/0/details/ending"))
                .hasSize(4);
    }

    @Test
    void aRevokedKeyIsNeitherKeptNorReplaced() {
        var id = owner.post(KEYS, Map.of()).expect(201).at("/id");
        owner.delete(KEYS + "/" + id).expect(204);
        owner.delete(KEYS + "/" + id).expectProblem(404, "SEND_ERROR", "NOT_FOUND");
        owner.delete(KEYS + "/" + id + "/retirement").expectProblem(404, "SEND_ERROR", "NOT_FOUND");
        owner.post(KEYS, Map.of("replaces", id, "graceSeconds", 1)).expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
    }

    @Test
    void tenKeysAreEnough() {
        for (int count = 1; count < 10; count++) {
            owner.post(KEYS, Map.of()).expect(201);
        }
        owner.post(KEYS, Map.of()).expectProblem(409, "SEND_ERROR", "TOO_MANY_KEYS");
    }

    @Test
    void whenAKeyWasLastUsedIsKnown() {
        var fresh = owner.get(KEYS).expect(200).json().at("/keys/0");
        assertThat(fresh.has("lastUsedAt")).isFalse();
        settings();
        assertThat(owner.get(KEYS).expect(200).at("/keys/0/lastUsedAt")).isNotEmpty();
    }

    @Test
    void originsAreAddedAndRemovedAndWrongOnesSayWhy() {
        var both = owner.patch(
                        ORIGINS, Map.of("add", List.of("https://WWW.shop.example:443/page", "http://localhost:*")))
                .expect(200);
        assertThat(both.text()).contains("\"https://www.shop.example\"", "\"http://localhost:*\"");
        var one = owner.patch(ORIGINS, Map.of("remove", List.of("http://localhost:*")))
                .expect(200);
        assertThat(one.text()).doesNotContain("localhost:*");
        for (var wrong :
                List.of("shop.example", "ftp://shop.example", "https://*.shop.example", "https://shop.example:*")) {
            var answer = owner.patch(ORIGINS, Map.of("add", List.of(wrong)))
                    .expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
            assertThat(answer.at("/fields/0/field")).isEqualTo("add");
        }
    }

    @Test
    void theCommandLineAndTheConsoleChangeTheSame() {
        server.organizations().keys().add(shop.id(), Actor.COMMAND_LINE, Instant.now());
        assertThat(owner.get(KEYS).expect(200).json().at("/keys").size()).isEqualTo(2);
    }
}
