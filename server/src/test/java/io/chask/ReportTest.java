package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The reports' routes: what happened over the wire is in them, and whoever asks wrongly is told.
final class ReportTest {

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Http agent = shop.agent();

    private Answer report(String path) {
        server.countCatchUp();
        return agent.get("/v1/reports/" + path).expect(200);
    }

    @Test
    void whatWasWrittenAndResolvedIsCounted() {
        var begun = LocalDate.now(ZoneOffset.UTC);
        var conversation = UUID.randomUUID();
        shop.guest().post(conversation, "Is it red?").expect(201);
        agent.post(
                        "/v1/conversations/" + conversation + "/messages",
                        Map.of("id", UUID.randomUUID().toString(), "content", "It is."))
                .expect(201);
        agent.patch("/v1/conversations/" + conversation, Map.of("status", "resolved"))
                .expect(200);
        var conversations = report("conversations").json();
        assertThat(conversations.at("/report/days").size()).isEqualTo(30);
        assertThat(LocalDate.parse(conversations.at("/to").asString())).isBetween(begun, LocalDate.now(ZoneOffset.UTC));
        assertThat(conversations.at("/report/total/opened").asInt()).isEqualTo(1);
        assertThat(conversations.at("/report/total/resolved").asInt()).isEqualTo(1);
        assertThat(conversations.at("/report/total/firstResponse/count").asInt())
                .isEqualTo(1);
        assertThat(openedSince(begun, conversations)).isEqualTo(1);
        var messages = report("messages?timeZone=America/Lima").json();
        assertThat(messages.at("/timeZone").asString()).isEqualTo("America/Lima");
        assertThat(messages.at("/report/total").toString()).isEqualTo("{\"visitor\":1,\"agent\":1}");
    }

    /// On that day and, when it has changed meanwhile, on the next.
    private static int openedSince(LocalDate begun, JsonNode report) {
        var to = LocalDate.parse(report.at("/to").asString());
        return report.at("/report/days")
                .valueStream()
                .skip(29 - ChronoUnit.DAYS.between(begun, to))
                .mapToInt(day -> day.at("/opened").asInt())
                .sum();
    }

    @Test
    void daysAreThoseOfTheOrganizationsZone() {
        agent.put(
                        "/v1/settings/organization",
                        Map.of("name", "Shop", "locales", List.of("en"), "timeZone", "Pacific/Kiritimati"))
                .expect(200);
        var zone = ZoneId.of("Pacific/Kiritimati");
        var begun = LocalDate.now(zone);
        var messages = report("messages").json();
        assertThat(messages.at("/timeZone").asString()).isEqualTo(zone.getId());
        assertThat(LocalDate.parse(messages.at("/to").asString())).isBetween(begun, LocalDate.now(zone));
    }

    @Test
    void aResolutionOpenedAgainByItsVisitorIsSeen() {
        var guest = shop.guest();
        var conversation = guest.conversation(1);
        for (int each = 0; each < 2; each++) {
            agent.patch("/v1/conversations/" + conversation, Map.of("status", "resolved"))
                    .expect(200);
            guest.post(conversation, "One more thing").expect(201);
        }
        assertThat(report("conversations").json().at("/report/total/resolved").asInt())
                .isEqualTo(2);
    }

    @Test
    void whoeverAsksWronglyIsToldWhatIsWrong() {
        for (var query : new String[] {
            "from=yesterday",
            "from=2026-05-05&to=2026-05-04",
            "from=2020-01-01&to=2026-05-04",
            "timeZone=Mars",
            "to=0001-01-01",
            "from=2026-02-30"
        }) {
            agent.get("/v1/reports/conversations?" + query).expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        }
    }
}
