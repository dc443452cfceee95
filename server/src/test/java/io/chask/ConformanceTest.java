package io.chask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.account.Codes;
import io.chask.edge.Routes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The running server keeps to `wire/openapi.yaml`, and the contract leaves nothing out. Each answer is checked by
/// [Http]; this test sees that each operation is exercised.
final class ConformanceTest {

    /// Answered by the rim itself, not by a route.
    private static final Set<String> STREAM = Set.of("GET /v1/stream", "POST /v1/stream/sse", "POST /v1/stream/frames");

    private final RunningServer server = RunningServer.shared();
    private final Shop shop = server.shop();

    @Test
    void routesAndContractAreTheSameSet() {
        var routes = server.routes().stream()
                .filter(entry -> entry.template().startsWith("/v1/")
                        || entry.template().startsWith("/health/")
                        || entry.template().equals("/metrics"))
                .map(ConformanceTest::operation)
                .collect(Collectors.toCollection(TreeSet::new));
        routes.addAll(STREAM);
        assertThat(routes).isEqualTo(Contract.instance().operations());
    }

    private static String operation(Routes.Entry entry) {
        return entry.method() + " " + entry.template();
    }

    @Test
    void everyOperationAnswersAsDocumented() {
        operator();
        var conversation = visitor();
        agent(conversation);
        ownAccount();
        team();
        var exercised = Contract.instance().answered();
        var expected = new TreeSet<>(Contract.instance().operations());
        expected.removeAll(STREAM);
        assertThat(exercised).containsAll(expected);
    }

    private void operator() {
        var http = Http.anonymous(server);
        http.get("/health/live").expect(200);
        http.get("/health/ready").expect(200);
        var rules = shop.agent().get("/v1/settings/attachments").expect(200).json();
        var wish = Map.of(
                "enabled", rules.at("/enabled"),
                "accept", rules.at("/accept"),
                "maxSize", rules.at("/maxSize"),
                "maxCount", rules.at("/maxCount"),
                "quota", rules.at("/quota"));
        shop.agent().put("/v1/settings/attachments", wish).expect(200);
        assertThat(http.get("/metrics").expect(200).text()).contains("chask_streams_open");
    }

    private UUID visitor() {
        shop.page().get(shop.settings()).expect(200);
        var guest = shop.guest();
        var http = guest.http();
        var file = guest.upload(TestFile.png()).expect(201);
        http.get(file.at("/url")).expect(200);
        http.get(guest.upload(TestFile.picture(400, 300)).expect(201).at("/thumbnailUrl"))
                .expect(200);
        var conversation = UUID.randomUUID();
        guest.post(conversation, "Hello").expect(201);
        guest.postFiles(conversation, file.at("/id")).expect(201);
        http.get("/v1/widget/conversations").expect(200);
        http.get("/v1/widget/conversations/" + conversation + "/messages").expect(200);
        http.patch("/v1/widget/user", user()).expect(200);
        http.put("/v1/widget/page", Map.of("url", "https://shop.example/b", "title", "B"))
                .expect(204);
        rate(conversation, http);
        var other = shop.guest();
        other.http().post("/v1/widget/logout").expect(204);
        return conversation;
    }

    private void rate(UUID conversation, Http visitor) {
        var status = "/v1/conversations/" + conversation;
        shop.agent().patch(status, Map.of("status", "resolved")).expect(200);
        var rating = "/v1/widget/conversations/" + conversation + "/rating";
        visitor.put(rating, Map.of("score", 4, "comment", "Quick")).expect(200);
        visitor.get(rating).expect(200);
        shop.agent().patch(status, Map.of("status", "open")).expect(200);
    }

    private static Map<String, Object> user() {
        return Map.of(
                "id", "c-1",
                "name", "Grace",
                "email", "grace@example.com",
                "phone", "+1",
                "avatarUrl", "https://example.com/g.png",
                "company", Map.of("id", "7", "name", "Navy"),
                "locale", "en",
                "createdAt", "2020-01-02T03:04:05Z",
                "attributes", Map.of("plan", "pro", "seats", 3, "trial", true, "rate", 1.5));
    }

    private static void desk(Http agent, String path) {
        var me = agent.get("/v1/colleagues").expect(200).at("/colleagues/0/id");
        agent.put(path + "/assignee", Map.of("agent", me)).expect(200);
        agent.put(
                        path + "/snooze",
                        Map.of("until", Instant.now().plusSeconds(3600).toString()))
                .expect(200);
        agent.delete(path + "/snooze").expect(200);
        agent.patch(path + "/tags", Map.of("add", List.of("vip"), "remove", List.of("old")))
                .expect(200);
        agent.post(path + "/notes", Map.of("id", UUID.randomUUID(), "content", "Look", "mentions", List.of(me)))
                .expect(201);
        agent.get(path + "/notes").expect(200);
        agent.post(path + "/mentions/seen").expect(204);
        agent.get("/v1/conversations?assignee=me&snoozed=false&tag=vip&mentioned=false")
                .expect(200);
        agent.get("/v1/inbox/counts").expect(200);
        routing(agent, path, me);
        var tag = agent.get("/v1/tags").expect(200).at("/tags/0/id");
        agent.patch("/v1/tags/" + tag, Map.of("name", "VIP", "merge", false)).expect(200);
        agent.delete("/v1/tags/" + tag).expect(204);
        var wish = Map.of("name", "Hours", "texts", Map.of("en", "Hello {{visitor.name|there}}"));
        var reply = "/v1/replies/" + agent.post("/v1/replies", wish).expect(201).at("/id");
        agent.put(reply, wish).expect(200);
        agent.get("/v1/replies").expect(200);
        agent.delete(reply).expect(204);
        agent.get("/v1/search?q=hello&limit=10").expect(200);
    }

    private static void routing(Http agent, String path, String me) {
        var wish = Map.of("name", "Refunds", "view", "all", "tag", "refund");
        var filter = "/v1/account/filters/"
                + agent.post("/v1/account/filters", wish).expect(201).at("/id");
        agent.put(filter, wish).expect(200);
        agent.get("/v1/account/filters").expect(200);
        agent.delete(filter).expect(204);
        agent.put("/v1/account/presence", Map.of("choice", "online")).expect(204);
        var team = agent.post("/v1/teams", Map.of("name", "Billing", "members", List.of(me)))
                .expect(201)
                .at("/id");
        agent.patch("/v1/teams/" + team, Map.of("name", "Accounts")).expect(200);
        agent.get("/v1/teams").expect(200);
        agent.put(path + "/team", Map.of("team", team, "expected", me)).expect(200);
        agent.get("/v1/conversations?team=" + team).expect(200);
        agent.get(path + "/events").expect(200);
        agent.get(path).expect(200);
        agent.delete("/v1/teams/" + team).expect(204);
        agent.put("/v1/team/" + me + "/capacity", Map.of("capacity", 3)).expect(204);
        agent.put("/v1/settings/routing", Map.of("mode", "manual", "capacity", 8, "awayAfterMinutes", 5))
                .expect(200);
        agent.get("/v1/settings/routing").expect(200);
    }

    private static void identity(Http agent) {
        agent.get("/v1/identity").expect(200);
        var secret = agent.post("/v1/identity/secrets").expect(201).at("/id");
        agent.patch("/v1/identity", Map.of("mode", "optional")).expect(200);
        agent.post("/v1/identity/explanations", Map.of("token", "x")).expect(200);
        agent.delete("/v1/identity/secrets/" + secret).expect(204);
    }

    private static void settings(Http agent) {
        agent.put("/v1/settings/messages", Map.of("changeMinutes", 15)).expect(200);
        agent.get("/v1/settings/messages").expect(200);
        agent.put("/v1/settings/organization", SettingsTest.profile()).expect(200);
        agent.get("/v1/settings/organization").expect(200);
        agent.put("/v1/settings/widget", SettingsTest.widget()).expect(200);
        agent.get("/v1/settings/widget").expect(200);
        agent.get("/v1/settings/keys").expect(200);
        var key = agent.post("/v1/settings/keys", Map.of()).expect(201).at("/id");
        var path = "/v1/settings/keys/" + key;
        agent.put(path + "/retirement", Map.of("graceSeconds", 60)).expect(204);
        agent.delete(path + "/retirement").expect(204);
        agent.delete(path).expect(204);
        agent.patch("/v1/settings/origins", Map.of("add", List.of("https://more.example")))
                .expect(200);
    }

    private void agent(UUID conversation) {
        var agent = shop.agent();
        var path = "/v1/conversations/" + conversation;
        agent.get("/v1/sessions/current").expect(200);
        agent.get("/v1/conversations").expect(200);
        agent.get(path).expect(200);
        agent.patch(path, Map.of("status", "resolved")).expect(200);
        agent.patch(path, Map.of("status", "open")).expect(200);
        var file = agent.upload("/v1/attachments", TestFile.png()).expect(201).at("/id");
        agent.post(path + "/messages", Map.of("content", "Hi", "attachments", List.of(file)))
                .expect(201);
        change(agent, path + "/messages");
        agent.get(path + "/messages?after=0&limit=100").expect(200);
        agent.post(path + "/read", Map.of("sequence", 2)).expect(204);
        desk(agent, path);
        agent.post("/v1/stream/tickets").expect(201);
        agent.get("/v1/visitors/" + agent.get(path).at("/visitor/id") + "/history")
                .expect(200);
        var block = "/v1/visitors/" + agent.get(path).at("/visitor/id") + "/block";
        agent.put(block).expect(204);
        assertThat(agent.get(path).at("/visitor/blockedAt")).isNotEmpty();
        agent.delete(block).expect(204);
        identity(agent);
        settings(agent);
        reports(agent);
        agent.delete("/v1/sessions/current").expect(204);
    }

    private static void change(Http agent, String messages) {
        var id = agent.post(messages, Map.of("content", "We open at ten"))
                .expect(201)
                .at("/id");
        agent.patch(messages + "/" + id, Map.of("content", "We open at nine")).expect(200);
        agent.delete(messages + "/" + id).expect(200);
    }

    private static void reports(Http agent) {
        for (var report : List.of("conversations", "messages", "funnel", "satisfaction", "ratings")) {
            agent.get("/v1/reports/" + report).expect(200);
        }
    }

    private void ownAccount() {
        var other = shop.agent().get("/v1/account/sessions").expect(200).at("/sessions/0/id");
        var agent = shop.agent();
        agent.get("/v1/account").expect(200);
        agent.patch("/v1/account", Map.of("name", "Ada")).expect(204);
        agent.delete("/v1/account/sessions/" + other).expect(204);
        agent.delete("/v1/account/sessions").expect(204);
        var secret = agent.post("/v1/account/totp").expect(201).at("/secret");
        agent.post("/v1/account/totp/confirm", Map.of("code", Codes.of(secret, 0)))
                .expect(200);
        var recovery = agent.post("/v1/account/totp/recovery-codes", Map.of("code", Codes.of(secret, 1)))
                .expect(200)
                .at("/recoveryCodes/0");
        var both = Map.of("password", RunningServer.PASSWORD, "code", recovery);
        agent.post("/v1/account/totp/disable", both).expect(204);
        var passwords = Map.of("currentPassword", RunningServer.PASSWORD, "password", RunningServer.PASSWORD);
        agent.post("/v1/account/password", passwords).expect(204);
    }

    private void team() {
        var owner = shop.agent();
        owner.get("/v1/audit").expect(200);
        owner.patch("/v1/team", Map.of("requireSecondFactor", false)).expect(204);
        var invitation = Map.of("email", "guest@shop.example", "role", "agent", "locale", "pt-BR");
        var revoked = owner.post("/v1/invitations", invitation).expect(201).at("/invitation/id");
        owner.delete("/v1/invitations/" + revoked).expect(204);
        var link = owner.post("/v1/invitations", invitation).expect(201).at("/link");
        var token = link.substring(link.lastIndexOf('/') + 1);
        owner.get("/v1/invitations").expect(200);
        var guest = Http.anonymous(server);
        guest.post("/v1/invitations/look", Map.of("token", token)).expect(200);
        var acceptance = Map.of("token", token, "name", "Guest", "password", "quiet mountain river");
        guest.post("/v1/invitations/accept", acceptance).expect(204);
        var id = owner.get("/v1/team")
                .expect(200)
                .json()
                .at("/members")
                .valueStream()
                .filter(member -> member.get("name").stringValue().equals("Guest"))
                .map(member -> member.get("id").stringValue())
                .findFirst()
                .orElseThrow();
        owner.patch("/v1/team/" + id, Map.of("role", "admin")).expect(200);
        owner.delete("/v1/team/" + id + "/sessions").expect(200);
        owner.delete("/v1/team/" + id + "/totp").expect(200);
    }
}
