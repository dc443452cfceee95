package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What visitors say of resolved conversations: who may say it, when, how often it counts, and who reads it.
final class RatingTest {

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();
    private final Http agent = shop.agent();
    private final Guest guest = shop.guest();
    private final UUID conversation = guest.conversation(1);
    private final String path = "/v1/widget/conversations/" + conversation + "/rating";

    private void becomes(String status) {
        agent.patch("/v1/conversations/" + conversation, Map.of("status", status))
                .expect(200);
    }

    private Answer rate(int score, String comment) {
        return guest.http().put(path, Map.of("score", score, "comment", comment));
    }

    private String scores() {
        return agent.get("/v1/reports/satisfaction")
                .expect(200)
                .json()
                .at("/report/total/scores")
                .toString();
    }

    @Test
    void aResolvedConversationIsRatedOnceAndTheVisitorMayThinkOtherwise() {
        becomes("resolved");
        assertThat(guest.http().get(path).expect(200).json().toString()).isEqualTo("{\"askable\":true}");
        rate(2, " Slow ").expect(200);
        rate(2, "Slow").expect(200);
        assertThat(scores()).isEqualTo("[0,1,0,0,0]");
        rate(5, "").expect(200);
        assertThat(scores()).isEqualTo("[0,0,0,0,1]");
        assertThat(guest.http().get(path).expect(200).json().toString()).isEqualTo("{\"askable\":true,\"score\":5}");
        var days = agent.get("/v1/reports/satisfaction").expect(200).json().at("/report/days");
        assertThat(days.size()).isEqualTo(30);
        // Of the last day, or of the one before when the day has changed since.
        assertThat(days.valueStream().skip(28).map(day -> day.at("/scores").toString()))
                .containsExactlyInAnyOrder("[0,0,0,0,0]", "[0,0,0,0,1]");
    }

    @Test
    void agentsReadItInTheLogOfTheConversation() {
        becomes("resolved");
        rate(2, "Slow, <b>but</b> kind").expect(200);
        rate(2, "Slow, <b>but</b> kind").expect(200);
        rate(4, "").expect(200);
        var events = agent.get("/v1/conversations/" + conversation + "/events")
                .expect(200)
                .json()
                .at("/events");
        assertThat(events.size()).isEqualTo(3);
        assertThat(events.at("/1/kind").asString()).isEqualTo("rated");
        assertThat(events.at("/1/score").asInt()).isEqualTo(2);
        assertThat(events.at("/1/comment").asString()).isEqualTo("Slow, <b>but</b> kind");
        assertThat(events.at("/2/score").asInt()).isEqualTo(4);
        assertThat(events.at("/2").has("comment")).isFalse();
    }

    @Test
    void whatIsOpenIsNotRatedAndTheNextResolutionIsAnother() {
        rate(3, "").expectProblem(409, "SEND_ERROR", "CONVERSATION_OPEN");
        becomes("resolved");
        rate(1, "No").expect(200);
        guest.post(conversation, "One more thing").expect(201);
        assertThat(guest.http().get(path).expect(200).json().toString()).isEqualTo("{\"askable\":false}");
        rate(5, "").expectProblem(409, "SEND_ERROR", "CONVERSATION_OPEN");
        becomes("resolved");
        assertThat(guest.http().get(path).expect(200).json().toString()).isEqualTo("{\"askable\":true}");
        rate(5, "").expect(200);
        assertThat(scores()).isEqualTo("[1,0,0,0,1]");
    }

    @Test
    void whoLeadsTheTeamReadsThemOneByOne() {
        becomes("resolved");
        rate(2, "Slow").expect(200);
        agent.patch("/v1/conversations/" + conversation + "/tags", Map.of("add", List.of("late", "Billing")))
                .expect(200);
        var ratings = agent.get("/v1/reports/ratings").expect(200).json().at("/report/ratings");
        assertThat(ratings.size()).isEqualTo(1);
        assertThat(ratings.at("/0/comment").asString()).isEqualTo("Slow");
        assertThat(ratings.at("/0/score").asInt()).isEqualTo(2);
        assertThat(ratings.at("/0/conversation").asString()).isEqualTo(conversation.toString());
        assertThat(ratings.at("/0/tags").toString()).isEqualTo("[\"Billing\",\"late\"]");
    }

    private void rateOften(String when) {
        server.database().execute("""
                insert into rating (organization_id, conversation_id, resolution, score, comment, rated_at)
                select '%s', '%s', n, 3, n, %s from generate_series(1000, 1500) n
                """.formatted(shop.id(), conversation, when));
    }

    @Test
    void ofManyRatingsTheNewestAreListedAndAllAreCounted() {
        rateOften("now() - interval '1 s' * n");
        var report = agent.get("/v1/reports/ratings").expect(200).json().at("/report");
        assertThat(report.at("/ratings").size()).isEqualTo(500);
        assertThat(report.at("/total").asInt()).isEqualTo(501);
    }

    @Test
    void manyRatingsAreReadPageByPageEachOnceAlsoThoseOfOneMoment() {
        rateOften("now() - interval '1 hour'");
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var report =
                    agent.get("/v1/reports/ratings" + cursor).expect(200).json().at("/report");
            report.at("/ratings").forEach(each -> seen.add(each.at("/comment").asString()));
            assertThat(report.at("/total").asInt()).isEqualTo(501);
            cursor = "?cursor=" + report.at("/next").asString("");
        } while (!cursor.equals("?cursor="));
        assertThat(seen).hasSize(501).doesNotHaveDuplicates();
    }

    private Answer after(String place) {
        var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
        return agent.get("/v1/reports/ratings?cursor=" + cursor);
    }

    @Test
    void aCursorThatIsNoneIsRefused() {
        agent.get("/v1/reports/ratings?cursor=!").expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        for (var at :
                List.of("", "now", "+1000000000-12-31T23:59:59Z", "+999999999-12-31T23:59:59Z", "-0001-01-01T00:00Z")) {
            after(at + "|" + conversation + "|1").expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        }
        after("2026-11-26T00:00:00Z||1").expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        after("2026-11-26T00:00:00Z|" + conversation + "|1").expect(200);
    }

    @Test
    void theVisitorIsToldAtOnceThatItWasResolvedAndOpenedAgain() {
        try (var stream = guest.stream()) {
            becomes("resolved");
            awaitStatus(stream, "resolved");
            guest.post(conversation, "One more thing").expect(201);
            awaitStatus(stream, "open");
        }
    }

    private static void awaitStatus(StreamClient stream, String status) {
        stream.await(frame -> frame.at("/type").asString().equals("receipt")
                && frame.at("/status").asString("").equals(status));
    }

    @Test
    void anotherVisitorsConversationIsUnknown() {
        becomes("resolved");
        var other = shop.guest().http();
        other.get(path).expectProblem(404, "SEND_ERROR", "NOT_FOUND");
        other.put(path, Map.of("score", 1)).expectProblem(404, "SEND_ERROR", "NOT_FOUND");
        assertThat(scores()).isEqualTo("[0,0,0,0,0]");
    }

    @Test
    void whatIsNoRatingIsRefused() {
        becomes("resolved");
        Map<String, Object> none = new HashMap<>();
        guest.http().put(path, none).expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        for (int score : new int[] {0, 6, -1}) {
            rate(score, "").expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        }
        rate(5, "x".repeat(1_001)).expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        rate(5, "\u0000").expectProblem(400, "SEND_ERROR", "INVALID_FIELD");
        rate(5, "😀".repeat(1_000)).expect(200);
    }

    @Test
    void anOrganizationMayAskForNone() {
        var quiet = server.shop();
        quiet.agent().put("/v1/settings/widget", SettingsTest.widget()).expect(200);
        var visitor = quiet.guest();
        var talk = visitor.conversation(1);
        quiet.agent()
                .patch("/v1/conversations/" + talk, Map.of("status", "resolved"))
                .expect(200);
        var address = "/v1/widget/conversations/" + talk + "/rating";
        assertThat(visitor.http().get(address).expect(200).json().toString()).isEqualTo("{\"askable\":false}");
        visitor.http().put(address, Map.of("score", 5)).expectProblem(403, "SEND_ERROR", "RATING_DISABLED");
    }
}
