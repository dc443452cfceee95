package io.chask;

import io.chask.account.NewAgent;
import io.chask.account.Role;
import io.chask.audit.Actor;
import io.chask.organization.ApiKey;
import io.chask.organization.AttachmentPolicy;
import io.chask.organization.WidgetSettings;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// An organization with an agent, as tests use it.
record Shop(RunningServer server, UUID id, ApiKey key, UUID agentId, String email) {

    private static final String WIDGET = "/v1/widget/";

    /// One more agent of the shop, with an address of his own.
    Shop colleague(String name, Role role) {
        var address = role.code() + "-" + UUID.randomUUID() + "@shop.example";
        var agent = server.agents().add(new NewAgent(id, address, name, role, RunningServer.PASSWORD), Actor.SYSTEM);
        return new Shop(server, id, key, agent.id(), address);
    }

    /// A page of the shop.
    Http page() {
        return Http.anonymous(server).with("Origin", RunningServer.ORIGIN);
    }

    /// The body of a session without a token.
    Map<String, Object> sessionBody() {
        return Map.of(
                "apiKey",
                key.value(),
                "organizationId",
                id.toString(),
                "request",
                UUID.randomUUID().toString());
    }

    /// Where the settings of the shop's widget are.
    String settings() {
        return WIDGET + "settings?organizationId=" + id + "&apiKey=" + key.value();
    }

    /// Takes effect at once where nobody has asked for the shop before, elsewhere within two seconds.
    void saveSettings(WidgetSettings settings) {
        server.organizations().saveSettings(id, settings);
    }

    /// Takes files by this policy; effective as [#saveSettings].
    void allow(AttachmentPolicy policy) {
        var defaults = WidgetSettings.DEFAULT;
        saveSettings(new WidgetSettings(
                defaults.locales(),
                defaults.mode(),
                defaults.primaryColor(),
                defaults.position(),
                defaults.texts(),
                defaults.avatarUrl(),
                defaults.typing(),
                defaults.readReceipts(),
                defaults.reopen(),
                defaults.rating(),
                policy,
                defaults.look()));
    }

    static WidgetSettings settingsWithoutReadReceipts() {
        return settings(true, false);
    }

    static WidgetSettings settings(boolean typing, boolean readReceipts) {
        var defaults = WidgetSettings.DEFAULT;
        return new WidgetSettings(
                defaults.locales(),
                defaults.mode(),
                defaults.primaryColor(),
                defaults.position(),
                defaults.texts(),
                defaults.avatarUrl(),
                typing,
                readReceipts,
                defaults.reopen(),
                defaults.rating(),
                defaults.attachments(),
                defaults.look());
    }

    /// A new visitor.
    Guest guest() {
        var session = page().post(WIDGET + "session", sessionBody()).expect(200);
        var token = session.at("/visitorToken");
        return new Guest(
                this,
                UUID.fromString(session.at("/visitor/visitorId")),
                token,
                page().with("Authorization", "Bearer " + token));
    }

    /// The same shop, as another node of its database serves it.
    Shop on(RunningServer node) {
        return new Shop(node, id, key, agentId, email);
    }

    /// The agent, signed in as an API client.
    Http agent() {
        return Http.anonymous(server).with("Authorization", "Bearer " + agentToken());
    }

    String agentToken() {
        return Http.anonymous(server)
                .post("/v1/sessions", Map.of("email", email, "password", RunningServer.PASSWORD))
                .expect(201)
                .at("/token");
    }

    /// The agent's stream.
    StreamClient agentStream() {
        var ticket = agent().post("/v1/stream/tickets").expect(201).at("/ticket");
        var client = StreamClient.open(server, server.ownOrigin());
        client.hello(ticket);
        client.await("welcome");
        return client;
    }

    /// Path of the tag that has this name.
    String tagPath(String name) {
        var tags = agent().get("/v1/tags").expect(200).json().at("/tags");
        return "/v1/tags/"
                + StreamSupport.stream(tags.spliterator(), false)
                        .filter(tag -> tag.at("/name").asString().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .at("/id")
                        .asString();
    }
}
