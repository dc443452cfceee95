package io.chask.api;

import io.chask.wire.WireAttachment;
import io.chask.wire.WireMessage;
import io.chask.wire.WireQuote;
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
        List<WireAttachment> attachments,
        @Nullable UUID edits,
        @Nullable UUID deletes,
        @Nullable Long revision,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        @Nullable QuoteBody replyTo) {

    /// The schema `Quote` of the HTTP contract.
    record QuoteBody(
            UUID id, long sequence, String sender, @Nullable AuthorBody author, String preview, boolean deleted) {

        static @Nullable QuoteBody of(@Nullable WireQuote quote) {
            return quote == null
                    ? null
                    : new QuoteBody(
                            quote.id(),
                            quote.sequence(),
                            quote.sender().wireName(),
                            AuthorBody.of(quote.author()),
                            quote.preview(),
                            quote.deleted());
        }
    }

    static MessageBody of(UUID conversation, WireMessage message, String status) {
        var history = message.history();
        return new MessageBody(
                message.id(),
                conversation,
                message.sequence(),
                message.content(),
                message.sender().wireName(),
                AuthorBody.of(message.author()),
                message.timestamp(),
                status,
                message.attachments(),
                history.edits(),
                history.deletes(),
                history.revision() == 0 ? null : history.revision(),
                history.editedAt(),
                history.deletedAt(),
                QuoteBody.of(message.replyTo()));
    }
}
