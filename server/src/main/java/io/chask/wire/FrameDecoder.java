package io.chask.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads what a client wrote (wire/PROTOCOL.md §3 and §4). Never throws on any input.
public final class FrameDecoder {
    private static final JsonFactory JSON = new JsonFactory();

    private FrameDecoder() {}

    /// What became of this text frame.
    ///
    /// @param text UTF-8, already known to be well-formed or not: ill-formed text closes the stream
    public static Decoded decode(byte[] text) {
        if (!Utf8.wellFormed(text)) {
            return new Decoded.Close(CloseCode.BAD_FRAME, "the text is not UTF-8");
        }
        try (var json = JSON.createParser(ObjectReadContext.empty(), text, 0, text.length)) {
            var fields = FrameFields.read(json);
            if (fields == null || json.nextToken() != null) {
                return new Decoded.Close(CloseCode.BAD_FRAME, "the text is not one JSON object");
            }
            return build(fields);
        } catch (JacksonException malformed) {
            return new Decoded.Close(CloseCode.BAD_FRAME, "the text is not JSON");
        }
    }

    private static Decoded build(FrameFields fields) {
        var type = fields.text("type");
        if (type == null) {
            return new Decoded.Close(CloseCode.BAD_FRAME, "the frame has no type");
        }
        return switch (type) {
            case "hello" -> hello(fields);
            case "send" -> send(fields);
            case "ack" -> positioned(fields, "sequence", ClientFrame.Ack::new);
            case "read" -> positioned(fields, "sequence", ClientFrame.Read::new);
            case "catchup" -> positioned(fields, "after", ClientFrame.CatchUp::new);
            case "watch" -> positioned(fields, "after", ClientFrame.Watch::new);
            case "unwatch" -> unwatch(fields);
            case "typing" -> typing(fields);
            case "viewing" -> viewing(fields);
            case "opened" -> new Decoded.Frame(new ClientFrame.Opened());
            case "presence" -> presence(fields);
            case "ping" -> beat(fields, true);
            case "pong" -> beat(fields, false);
            default -> new Decoded.Ignored(type);
        };
    }

    private static Decoded hello(FrameFields fields) {
        var version = fields.number("v");
        if (version == null) {
            return new Decoded.Close(CloseCode.BAD_FRAME, "hello without a version");
        }
        if (version != 1) {
            return new Decoded.Close(CloseCode.UNKNOWN_VERSION, "this server speaks version 1");
        }
        var token = fields.text("token");
        var client = fields.text("client");
        if (token == null || client == null || fields.mistyped("resume") || unusable(fields, "idleSeconds")) {
            return new Decoded.Close(CloseCode.BAD_FRAME, "hello with a missing or mistyped field");
        }
        return new Decoded.Frame(new ClientFrame.Hello(token, client, fields.resume(), fields.number("idleSeconds")));
    }

    private static Decoded send(FrameFields fields) {
        var id = fields.id("id");
        if (id == null) {
            return refused(null, "id must be a UUID");
        }
        var conversation = fields.id("conversation");
        if (conversation == null) {
            return refused(id, "conversation must be a UUID");
        }
        var content = fields.text("content");
        if (content == null) {
            return refused(id, "content must be a string");
        }
        var attachments = ids(fields.texts("attachments"));
        if (attachments == null) {
            return refused(id, "attachments must be a list of UUIDs");
        }
        var replyTo = fields.id("replyTo");
        if (fields.mistyped("replyTo") || (replyTo == null && fields.text("replyTo") != null)) {
            return refused(id, "replyTo must be a UUID");
        }
        var refusal = TextRules.refusalOf(content, attachments.size());
        if (refusal.isPresent()) {
            return new Decoded.Refused(id, refusal.get(), describe(refusal.get(), content));
        }
        return new Decoded.Frame(new ClientFrame.Send(id, conversation, content, attachments, replyTo));
    }

    private static String describe(Reason reason, String content) {
        var limits = Limits.VERSION_1;
        return switch (reason) {
            case CONTENT_TOO_LONG ->
                String.format(
                        Locale.ROOT,
                        "content has %,d characters; at most %,d",
                        content.codePointCount(0, content.length()),
                        limits.contentCodePoints());
            case CONTENT_EMPTY -> "content may be empty only with an attachment";
            case CONTENT_INVALID_CHARACTERS -> "content must not hold U+0000 or an unpaired surrogate";
            case TOO_MANY_ATTACHMENTS -> "a message has at most %d attachments".formatted(limits.attachments());
            default -> reason.title();
        };
    }

    private interface Positioned {
        ClientFrame of(UUID conversation, long position);
    }

    private static Decoded positioned(FrameFields fields, String name, Positioned frame) {
        var conversation = fields.id("conversation");
        if (conversation == null) {
            return refused(null, "conversation must be a UUID");
        }
        var position = fields.number(name);
        if (position == null || position < 0) {
            return refused(conversation, name + " must be an integer from 0");
        }
        return new Decoded.Frame(frame.of(conversation, position));
    }

    private static Decoded unwatch(FrameFields fields) {
        var conversation = fields.id("conversation");
        if (conversation == null) {
            return refused(null, "conversation must be a UUID");
        }
        return new Decoded.Frame(new ClientFrame.Unwatch(conversation));
    }

    private static Decoded typing(FrameFields fields) {
        var conversation = fields.id("conversation");
        if (conversation == null) {
            return refused(null, "conversation must be a UUID");
        }
        var active = fields.flag("active");
        if (active == null) {
            return refused(conversation, "active must be true or false");
        }
        return new Decoded.Frame(new ClientFrame.Typing(conversation, active));
    }

    private static Decoded viewing(FrameFields fields) {
        var conversation = fields.id("conversation");
        if (conversation == null) {
            return refused(null, "conversation must be a UUID");
        }
        var state = ViewingState.of(fields.text("state"));
        if (state == null) {
            return refused(conversation, "state must be viewing, writing or left");
        }
        return new Decoded.Frame(new ClientFrame.Viewing(conversation, state));
    }

    private static boolean unusable(FrameFields fields, String name) {
        var number = fields.number(name);
        return fields.mistyped(name) || (number != null && number < 0);
    }

    private static Decoded presence(FrameFields fields) {
        var idle = fields.number("idleSeconds");
        if (idle == null || idle < 0) {
            return refused(null, "idleSeconds must be an integer from 0");
        }
        return new Decoded.Frame(new ClientFrame.Presence(idle));
    }

    private static Decoded beat(FrameFields fields, boolean ping) {
        if (fields.mistyped("t")) {
            return refused(null, "t must be an integer");
        }
        var t = fields.number("t");
        return new Decoded.Frame(ping ? new ClientFrame.Ping(t) : new ClientFrame.Pong(t));
    }

    private static @Nullable List<UUID> ids(@Nullable List<String> texts) {
        if (texts == null) {
            return null;
        }
        var ids = new ArrayList<UUID>(texts.size());
        for (var text : texts) {
            var id = Uuids.parse(text);
            if (id == null) {
                return null;
            }
            ids.add(id);
        }
        return ids;
    }

    private static Decoded refused(@Nullable UUID ref, String message) {
        return new Decoded.Refused(ref, Reason.INVALID_FIELD, message);
    }
}
