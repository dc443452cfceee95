package io.chask.api;

import io.chask.attachment.Attachments;
import io.chask.attachment.StoredFile;
import io.chask.attachment.Uploader;
import io.chask.attachment.Uploader.Side;
import io.chask.conversation.Attachment;
import io.chask.conversation.Author.Agent;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.Author.Visitor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Turns the ids of uploads in a draft into the files of a message.
public final class FileClaims {

    private final Attachments attachments;

    public FileClaims(Attachments attachments) {
        this.attachments = attachments;
    }

    /// The author's own files, from now on this message's; empty when one is unknown, somebody else's, or another
    /// message's. Blocks, unless there are no ids.
    public Optional<List<Attachment>> claim(UUID organization, Reader author, UUID message, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Optional.of(List.of());
        }
        return attachments
                .claim(organization, uploader(author), message, ids)
                .map(files -> files.stream().map(FileClaims::attachment).toList());
    }

    /// The author as the owner of uploads.
    public static Uploader uploader(Reader author) {
        return switch (author) {
            case Visitor visitor -> new Uploader(Side.VISITOR, visitor.id());
            case Agent agent -> new Uploader(Side.AGENT, agent.id());
        };
    }

    private static Attachment attachment(StoredFile file) {
        return new Attachment(
                file.id(), file.name(), file.mimeType(), file.size(), file.inline(), file.width(), file.height());
    }
}
