package io.chask.api;

import io.chask.wire.WireAttachment;
import io.chask.wire.WireMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The schema `Message` of the HTTP contract.
public record MessageBody(
        UUID id,
        UUID conversation,
        long sequence,
        String content,
        String sender,
        @Nullable AuthorBody author,
        Instant timestamp,
        String status,
        List<WireAttachment> attachments) {

    static MessageBody of(UUID conversation, WireMessage message, String status) {
        return new MessageBody(
                message.id(),
                conversation,
                message.sequence(),
                message.content(),
                message.sender().wireName(),
                AuthorBody.of(message.author()),
                message.timestamp(),
                status,
                message.attachments());
    }
}
