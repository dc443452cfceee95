package io.chask.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Client frames as a client writes them.
public final class ClientFrameJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ClientFrameJson() {}

    /// The frame's JSON.
    public static JsonNode of(ClientFrame frame) {
        return switch (frame) {
            case ClientFrame.Hello hello -> hello(hello);
            case ClientFrame.Send send -> send(send);
            case ClientFrame.Ack(var conversation, var sequence) ->
                object("ack").put("conversation", conversation.toString()).put("sequence", sequence);
            case ClientFrame.Read(var conversation, var sequence) ->
                object("read").put("conversation", conversation.toString()).put("sequence", sequence);
            case ClientFrame.CatchUp(var conversation, var after) ->
                object("catchup").put("conversation", conversation.toString()).put("after", after);
            case ClientFrame.Watch(var conversation, var after) ->
                object("watch").put("conversation", conversation.toString()).put("after", after);
            case ClientFrame.Unwatch(var conversation) ->
                object("unwatch").put("conversation", conversation.toString());
            case ClientFrame.Typing(var conversation, var active) ->
                object("typing").put("conversation", conversation.toString()).put("active", active);
            case ClientFrame.Viewing(var conversation, var state) ->
                object("viewing").put("conversation", conversation.toString()).put("state", state.wireName());
            case ClientFrame.Opened() -> object("opened");
            case ClientFrame.Presence(var idleSeconds) -> object("presence").put("idleSeconds", idleSeconds);
            case ClientFrame.Ping(var t) -> beat("ping", t);
            case ClientFrame.Pong(var t) -> beat("pong", t);
        };
    }

    private static JsonNode send(ClientFrame.Send send) {
        var json = object("send").put("id", send.id().toString());
        json.put("conversation", send.conversation().toString()).put("content", send.content());
        var attachments = json.putArray("attachments");
        send.attachments().forEach(id -> attachments.add(id.toString()));
        if (send.replyTo() != null) {
            json.put("replyTo", send.replyTo().toString());
        }
        return json;
    }

    private static ObjectNode hello(ClientFrame.Hello hello) {
        var json = object("hello").put("v", 1).put("token", hello.token()).put("client", hello.client());
        var resume = hello.resume();
        if (resume != null) {
            var member = json.putObject("resume").put("epoch", resume.epoch().toString());
            var cursors = member.putObject("cursors");
            resume.cursors().forEach((conversation, cursor) -> cursors.put(conversation.toString(), cursor));
        }
        var idle = hello.idleSeconds();
        return idle == null ? json : json.put("idleSeconds", idle);
    }

    private static ObjectNode beat(String type, @Nullable Long t) {
        return t == null ? object(type) : object(type).put("t", t);
    }

    private static ObjectNode object(String type) {
        return JSON.createObjectNode().put("type", type);
    }
}
