package io.chask.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Server frames as a client reads them.
final class ServerFrameJson {
    private ServerFrameJson() {}

    static ServerFrame read(JsonNode json) {
        return switch (json.path("type").asString()) {
            case "welcome" -> welcome(json);
            case "sent" ->
                new ServerFrame.Sent(
                        id(json, "id"),
                        id(json, "conversation"),
                        number(json, "sequence"),
                        time(json, "timestamp"),
                        json.path("duplicate").asBoolean());
            case "message" -> new ServerFrame.Message(id(json, "conversation"), message(json.path("message")));
            case "sync" -> sync(json);
            case "receipt" -> receipt(json);
            case "inbox" -> inbox(json);
            case "typing" ->
                new ServerFrame.Typing(
                        id(json, "conversation"),
                        json.path("active").asBoolean(),
                        sender(json, "from"),
                        text(json, "name"));
            case "viewing" -> viewing(json);
            case "presence" -> presence(json);
            case "ping" -> new ServerFrame.Ping(beat(json));
            case "pong" -> new ServerFrame.Pong(beat(json));
            case "error" -> refusal(json);
            case "drain" -> new ServerFrame.Drain(Duration.ofMillis(number(json, "windowMs")));
            default -> throw new AssertionError("no such frame: " + json);
        };
    }

    private static ServerFrame viewing(JsonNode json) {
        var agent = json.path("agent");
        return new ServerFrame.Viewing(
                id(json, "conversation"),
                new ServerFrame.InboxAssignee(
                        id(agent, "id"), agent.path("name").asString()),
                ViewingState.valueOf(json.path("state").asString().toUpperCase(Locale.ROOT)));
    }

    private static ServerFrame presence(JsonNode json) {
        return new ServerFrame.Presence(
                json.path("available").asBoolean(),
                json.has("agents") ? list(json.path("agents"), ServerFrameJson::present) : null);
    }

    private static ServerFrame sync(JsonNode json) {
        return new ServerFrame.Sync(
                id(json, "conversation"),
                list(json.path("messages"), ServerFrameJson::message),
                number(json, "toSequence"),
                json.path("recovered").asBoolean(),
                json.path("more").asBoolean());
    }

    private static ServerFrame receipt(JsonNode json) {
        return new ServerFrame.Receipt(
                id(json, "conversation"),
                number(json, "delivered"),
                number(json, "read"),
                number(json, "ownRead"),
                json.has("status")
                        ? ServerFrame.Status.valueOf(
                                json.path("status").asString().toUpperCase(Locale.ROOT))
                        : null);
    }

    private static ServerFrame welcome(JsonNode json) {
        var limits = json.path("limits");
        return new ServerFrame.Welcome(
                id(json, "session"),
                id(json, "epoch"),
                Duration.ofSeconds(number(json, "pingSeconds")),
                time(json, "serverTime"),
                new Limits(
                        limits.path("contentCodePoints").asInt(),
                        limits.path("frameBytes").asInt(),
                        limits.path("attachments").asInt()),
                list(
                        json.path("conversations"),
                        each -> new ServerFrame.ConversationPosition(id(each, "id"), number(each, "lastSequence"))));
    }

    private static ServerFrame inbox(JsonNode json) {
        var visitor = json.path("visitor");
        return new ServerFrame.Inbox(
                id(json, "conversation"),
                ServerFrame.Status.valueOf(json.path("status").asString().toUpperCase(Locale.ROOT)),
                number(json, "lastSequence"),
                number(json, "unread"),
                json.path("preview").asString(),
                sender(json, "sender"),
                time(json, "timestamp"),
                new ServerFrame.InboxVisitor(id(visitor, "id"), text(visitor, "name"), text(visitor, "email")),
                work(json));
    }

    private static ServerFrame.@Nullable InboxTeam team(JsonNode json) {
        return json.isMissingNode()
                ? null
                : new ServerFrame.InboxTeam(id(json, "id"), json.path("name").asString());
    }

    private static ServerFrame.PresentAgent present(JsonNode json) {
        return new ServerFrame.PresentAgent(
                id(json, "id"),
                json.path("state").asString(),
                json.path("choice").asString());
    }

    private static ServerFrame.InboxWork work(JsonNode json) {
        var assignee = json.path("assignee");
        return new ServerFrame.InboxWork(
                time(json, "activeAt"),
                assignee.isMissingNode()
                        ? null
                        : new ServerFrame.InboxAssignee(
                                id(assignee, "id"), assignee.path("name").asString()),
                team(json.path("team")),
                json.has("snoozedUntil") ? time(json, "snoozedUntil") : null,
                list(json.path("tags"), JsonNode::asString),
                json.path("notes").asInt(),
                json.path("events").asInt(),
                json.path("mentioned").asBoolean());
    }

    private static ServerFrame refusal(JsonNode json) {
        var reason = Reason.valueOf(json.path("reason").asString());
        return new ServerFrame.Refusal(
                json.has("ref") ? id(json, "ref") : null,
                reason,
                json.path("message").asString(),
                json.has("retryAfterMs") ? Duration.ofMillis(number(json, "retryAfterMs")) : null);
    }

    private static WireMessage message(JsonNode json) {
        return new WireMessage(
                id(json, "id"),
                number(json, "sequence"),
                sender(json, "sender"),
                json.has("author") ? author(json.path("author")) : null,
                json.path("content").asString(),
                time(json, "timestamp"),
                list(json.path("attachments"), ServerFrameJson::attachment),
                new WireHistory(
                        json.has("edits") ? id(json, "edits") : null,
                        json.has("deletes") ? id(json, "deletes") : null,
                        json.path("revision").asLong(),
                        json.has("editedAt") ? time(json, "editedAt") : null,
                        json.has("deletedAt") ? time(json, "deletedAt") : null),
                json.has("replyTo") ? quote(json.path("replyTo")) : null);
    }

    private static WireQuote quote(JsonNode json) {
        return new WireQuote(
                id(json, "id"),
                number(json, "sequence"),
                sender(json, "sender"),
                json.has("author") ? author(json.path("author")) : null,
                json.path("preview").asString(),
                json.path("deleted").asBoolean());
    }

    private static WireAuthor author(JsonNode json) {
        return new WireAuthor(
                id(json, "id"),
                text(json, "name"),
                text(json, "avatarUrl"),
                WireAuthor.Kind.valueOf(json.path("kind").asString().toUpperCase(Locale.ROOT)));
    }

    private static WireAttachment attachment(JsonNode json) {
        return new WireAttachment(
                id(json, "id"),
                json.path("name").asString(),
                json.path("mimeType").asString(),
                number(json, "size"),
                json.path("url").asString(),
                text(json, "thumbnailUrl"),
                json.path("inline").asBoolean(),
                json.has("width") ? json.path("width").asInt() : null,
                json.has("height") ? json.path("height").asInt() : null);
    }

    private static <T> List<T> list(JsonNode json, Function<JsonNode, T> each) {
        return StreamSupport.stream(json.spliterator(), false).map(each).toList();
    }

    private static UUID id(JsonNode json, String name) {
        return UUID.fromString(json.path(name).asString());
    }

    private static long number(JsonNode json, String name) {
        return json.path(name).asLong();
    }

    private static Instant time(JsonNode json, String name) {
        return Instant.parse(json.path(name).asString());
    }

    private static Sender sender(JsonNode json, String name) {
        return Sender.valueOf(json.path(name).asString().toUpperCase(Locale.ROOT));
    }

    private static @Nullable String text(JsonNode json, String name) {
        return json.has(name) ? json.path(name).asString() : null;
    }

    private static @Nullable Long beat(JsonNode json) {
        return json.has("t") ? json.path("t").asLong() : null;
    }
}
