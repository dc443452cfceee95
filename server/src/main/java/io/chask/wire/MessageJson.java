package io.chask.wire;

import tools.jackson.core.JsonGenerator;

/// Writes a message as it stands in `message` and `sync`.
final class MessageJson {
    private MessageJson() {}

    static void write(JsonGenerator json, WireMessage message) {
        json.writeStartObject();
        FrameEncoder.id(json, "id", message.id());
        json.writeNumberProperty("sequence", message.sequence());
        json.writeStringProperty("sender", message.sender().wireName());
        if (message.author() != null) {
            json.writeName("author");
            author(json, message.author());
        }
        json.writeStringProperty("content", message.content());
        json.writeStringProperty("timestamp", WireTime.format(message.timestamp()));
        json.writeName("attachments").writeStartArray();
        for (var attachment : message.attachments()) {
            attachment(json, attachment);
        }
        json.writeEndArray();
        history(json, message.history());
        if (message.replyTo() != null) {
            json.writeName("replyTo");
            quote(json, message.replyTo());
        }
        json.writeEndObject();
    }

    private static void history(JsonGenerator json, WireHistory history) {
        if (history.edits() != null) {
            FrameEncoder.id(json, "edits", history.edits());
        }
        if (history.deletes() != null) {
            FrameEncoder.id(json, "deletes", history.deletes());
        }
        if (history.revision() > 0) {
            json.writeNumberProperty("revision", history.revision());
        }
        if (history.editedAt() != null) {
            json.writeStringProperty("editedAt", WireTime.format(history.editedAt()));
        }
        if (history.deletedAt() != null) {
            json.writeStringProperty("deletedAt", WireTime.format(history.deletedAt()));
        }
    }

    private static void quote(JsonGenerator json, WireQuote quote) {
        json.writeStartObject();
        FrameEncoder.id(json, "id", quote.id());
        json.writeNumberProperty("sequence", quote.sequence());
        json.writeStringProperty("sender", quote.sender().wireName());
        if (quote.author() != null) {
            json.writeName("author");
            author(json, quote.author());
        }
        json.writeStringProperty("preview", quote.preview());
        json.writeBooleanProperty("deleted", quote.deleted());
        json.writeEndObject();
    }

    private static void author(JsonGenerator json, WireAuthor author) {
        json.writeStartObject();
        FrameEncoder.id(json, "id", author.id());
        FrameEncoder.optional(json, "name", author.name());
        FrameEncoder.optional(json, "avatarUrl", author.avatarUrl());
        json.writeStringProperty("kind", author.kind().wireName());
        json.writeEndObject();
    }

    private static void attachment(JsonGenerator json, WireAttachment attachment) {
        json.writeStartObject();
        FrameEncoder.id(json, "id", attachment.id());
        json.writeStringProperty("name", attachment.name());
        json.writeStringProperty("mimeType", attachment.mimeType());
        json.writeNumberProperty("size", attachment.size());
        json.writeStringProperty("url", attachment.url());
        FrameEncoder.optional(json, "thumbnailUrl", attachment.thumbnailUrl());
        json.writeBooleanProperty("inline", attachment.inline());
        if (attachment.width() != null && attachment.height() != null) {
            json.writeNumberProperty("width", attachment.width().intValue());
            json.writeNumberProperty("height", attachment.height().intValue());
        }
        json.writeEndObject();
    }
}
