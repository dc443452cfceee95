package io.chask.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/// Writes server frames as JSON. Free of reflection: it stands on the path of every message.
public final class FrameEncoder {
    private static final JsonFactory JSON = new JsonFactory();

    private FrameEncoder() {}

    /// The frame as it travels.
    public static EncodedFrame encode(ServerFrame frame) {
        try (var bytes = new ByteArrayBuilder(256);
                var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            write(json, frame);
            json.writeEndObject();
            json.flush();
            return new EncodedFrame(bytes.toByteArray(), frame.droppable());
        }
    }

    private static void write(JsonGenerator json, ServerFrame frame) {
        switch (frame) {
            case ServerFrame.Welcome welcome -> welcome(json, welcome);
            case ServerFrame.Sent sent -> sent(json, sent);
            case ServerFrame.Message message -> message(json, message);
            case ServerFrame.Sync sync -> sync(json, sync);
            case ServerFrame.Receipt receipt -> receipt(json, receipt);
            case ServerFrame.Inbox inbox -> inbox(json, inbox);
            case ServerFrame.Typing typing -> typing(json, typing);
            case ServerFrame.Viewing viewing -> viewing(json, viewing);
            case ServerFrame.Presence presence -> presence(json, presence);
            case ServerFrame.Ping ping -> beat(json, "ping", ping.t());
            case ServerFrame.Pong pong -> beat(json, "pong", pong.t());
            case ServerFrame.Refusal refusal -> refusal(json, refusal);
            case ServerFrame.Drain drain -> drain(json, drain);
        }
    }

    private static void welcome(JsonGenerator json, ServerFrame.Welcome frame) {
        json.writeStringProperty("type", "welcome");
        id(json, "session", frame.session());
        id(json, "epoch", frame.epoch());
        json.writeNumberProperty("pingSeconds", frame.ping().toSeconds());
        json.writeStringProperty("serverTime", WireTime.format(frame.serverTime()));
        json.writeName("limits").writeStartObject();
        json.writeNumberProperty("contentCodePoints", frame.limits().contentCodePoints());
        json.writeNumberProperty("frameBytes", frame.limits().frameBytes());
        json.writeNumberProperty("attachments", frame.limits().attachments());
        json.writeEndObject();
        json.writeName("conversations").writeStartArray();
        for (var conversation : frame.conversations()) {
            json.writeStartObject();
            id(json, "id", conversation.id());
            json.writeNumberProperty("lastSequence", conversation.lastSequence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void sent(JsonGenerator json, ServerFrame.Sent frame) {
        json.writeStringProperty("type", "sent");
        id(json, "id", frame.id());
        id(json, "conversation", frame.conversation());
        json.writeNumberProperty("sequence", frame.sequence());
        json.writeStringProperty("timestamp", WireTime.format(frame.timestamp()));
        json.writeBooleanProperty("duplicate", frame.duplicate());
    }

    private static void message(JsonGenerator json, ServerFrame.Message frame) {
        json.writeStringProperty("type", "message");
        id(json, "conversation", frame.conversation());
        json.writeNumberProperty("sequence", frame.message().sequence());
        json.writeName("message");
        MessageJson.write(json, frame.message());
    }

    private static void sync(JsonGenerator json, ServerFrame.Sync frame) {
        json.writeStringProperty("type", "sync");
        id(json, "conversation", frame.conversation());
        json.writeName("messages").writeStartArray();
        for (var message : frame.messages()) {
            MessageJson.write(json, message);
        }
        json.writeEndArray();
        json.writeNumberProperty("toSequence", frame.toSequence());
        json.writeBooleanProperty("recovered", frame.recovered());
        json.writeBooleanProperty("more", frame.more());
    }

    private static void receipt(JsonGenerator json, ServerFrame.Receipt frame) {
        json.writeStringProperty("type", "receipt");
        id(json, "conversation", frame.conversation());
        json.writeNumberProperty("delivered", frame.delivered());
        json.writeNumberProperty("read", frame.read());
        json.writeNumberProperty("ownRead", frame.ownRead());
        var status = frame.status();
        optional(json, "status", status == null ? null : status.wireName());
    }

    private static void inbox(JsonGenerator json, ServerFrame.Inbox frame) {
        json.writeStringProperty("type", "inbox");
        id(json, "conversation", frame.conversation());
        json.writeStringProperty("status", frame.status().wireName());
        json.writeNumberProperty("lastSequence", frame.lastSequence());
        json.writeNumberProperty("unread", frame.unread());
        json.writeStringProperty("preview", frame.preview());
        json.writeStringProperty("sender", frame.sender().wireName());
        json.writeStringProperty("timestamp", WireTime.format(frame.timestamp()));
        json.writeName("visitor").writeStartObject();
        id(json, "id", frame.visitor().id());
        optional(json, "name", frame.visitor().name());
        optional(json, "email", frame.visitor().email());
        json.writeEndObject();
        work(json, frame.work());
    }

    private static void work(JsonGenerator json, ServerFrame.InboxWork work) {
        json.writeStringProperty("activeAt", WireTime.format(work.activeAt()));
        var assignee = work.assignee();
        if (assignee != null) {
            agent(json, "assignee", assignee);
        }
        var team = work.team();
        if (team != null) {
            json.writeName("team").writeStartObject();
            id(json, "id", team.id());
            json.writeStringProperty("name", team.name());
            json.writeEndObject();
        }
        if (work.snoozedUntil() != null) {
            json.writeStringProperty("snoozedUntil", WireTime.format(work.snoozedUntil()));
        }
        json.writeName("tags").writeStartArray();
        work.tags().forEach(json::writeString);
        json.writeEndArray();
        json.writeNumberProperty("notes", work.notes());
        json.writeNumberProperty("events", work.events());
        json.writeBooleanProperty("mentioned", work.mentioned());
    }

    private static void agent(JsonGenerator json, String name, ServerFrame.InboxAssignee agent) {
        json.writeName(name).writeStartObject();
        id(json, "id", agent.id());
        json.writeStringProperty("name", agent.name());
        json.writeEndObject();
    }

    private static void viewing(JsonGenerator json, ServerFrame.Viewing frame) {
        json.writeStringProperty("type", "viewing");
        id(json, "conversation", frame.conversation());
        agent(json, "agent", frame.agent());
        json.writeStringProperty("state", frame.state().wireName());
    }

    private static void typing(JsonGenerator json, ServerFrame.Typing frame) {
        json.writeStringProperty("type", "typing");
        id(json, "conversation", frame.conversation());
        json.writeBooleanProperty("active", frame.active());
        json.writeStringProperty("from", frame.from().wireName());
        optional(json, "name", frame.name());
    }

    private static void presence(JsonGenerator json, ServerFrame.Presence frame) {
        json.writeStringProperty("type", "presence");
        json.writeBooleanProperty("available", frame.available());
        var agents = frame.agents();
        if (agents == null) {
            return;
        }
        json.writeName("agents").writeStartArray();
        for (var agent : agents) {
            json.writeStartObject();
            id(json, "id", agent.id());
            json.writeStringProperty("state", agent.state());
            json.writeStringProperty("choice", agent.choice());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void beat(JsonGenerator json, String type, @Nullable Long t) {
        json.writeStringProperty("type", type);
        if (t != null) {
            json.writeNumberProperty("t", t.longValue());
        }
    }

    private static void refusal(JsonGenerator json, ServerFrame.Refusal frame) {
        json.writeStringProperty("type", "error");
        if (frame.ref() != null) {
            id(json, "ref", frame.ref());
        }
        json.writeStringProperty("code", frame.reason().code().name());
        json.writeStringProperty("reason", frame.reason().name());
        json.writeStringProperty("message", frame.message());
        json.writeBooleanProperty("retryable", frame.reason().retryable());
        if (frame.retryAfter() != null) {
            json.writeNumberProperty("retryAfterMs", frame.retryAfter().toMillis());
        }
    }

    private static void drain(JsonGenerator json, ServerFrame.Drain frame) {
        json.writeStringProperty("type", "drain");
        json.writeNumberProperty("windowMs", frame.window().toMillis());
    }

    static void id(JsonGenerator json, String name, UUID id) {
        json.writeStringProperty(name, id.toString());
    }

    static void optional(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }
}
