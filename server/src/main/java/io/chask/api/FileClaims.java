package io.chask.api;

import io.chask.attachment.Attachments;
import io.chask.attachment.Destination;
import io.chask.attachment.StoredFile;
import io.chask.attachment.Uploader;
import io.chask.attachment.Uploader.Side;
import io.chask.conversation.Attachment;
import io.chask.conversation.Author.Agent;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.Author.Visitor;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Quotes;
import io.chask.wire.Reason;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives a message, before it is stored, what it names: the author's uploads, and the message it answers.
public final class FileClaims {

    private final Attachments attachments;
    private final Tenants tenants;
    private final Quotes quotes;

    public FileClaims(Attachments attachments, Tenants tenants, Quotes quotes) {
        this.attachments = attachments;
        this.tenants = tenants;
        this.quotes = quotes;
    }

    /// What came of it.
    public sealed interface Claim {
        /// The files are this message's from now on.
        record Granted(List<Attachment> files) implements Claim {}

        /// None of them is.
        record Refused(PostRefusal refusal) implements Claim {}
    }

    /// Gives an author's own files to his message, unless one is unknown, somebody else's or another message's, or
    /// they are more than the organization allows; and notes what it answers, unless he sees no such message there.
    /// Blocks, unless it names nothing.
    public Claim claim(
            ConversationId conversation, Reader author, UUID message, List<UUID> ids, @Nullable UUID replyTo) {
        if (replyTo != null && !quotes.claim(conversation, author, message, replyTo)) {
            return refused(Reason.REPLY_TO_UNKNOWN, "replyTo names no message of this conversation");
        }
        return claim(conversation, author, message, ids);
    }

    private Claim claim(ConversationId conversation, Reader author, UUID message, List<UUID> ids) {
        if (ids.isEmpty()) {
            return new Claim.Granted(List.of());
        }
        int most = most(conversation.organization());
        if (ids.size() > most) {
            return refused(Reason.TOO_MANY_ATTACHMENTS, "a message has at most " + most + " attachments here");
        }
        var destination = new Destination(conversation.value(), message);
        return attachments
                .claim(conversation.organization(), uploader(author), destination, ids)
                .<Claim>map(files -> new Claim.Granted(
                        files.stream().map(FileClaims::attachment).toList()))
                .orElseGet(() ->
                        refused(Reason.ATTACHMENT_UNKNOWN, "an attachment is unknown, or belongs to another message"));
    }

    private int most(UUID organization) {
        return tenants.find(organization)
                .map(tenant -> tenant.settings().attachments().maxCount())
                .orElse(0);
    }

    private static Claim refused(Reason reason, String message) {
        return new Claim.Refused(PostRefusal.of(reason, message));
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
                file.id(),
                file.name(),
                file.mimeType(),
                file.size(),
                file.inline(),
                file.width(),
                file.height(),
                file.thumbnail());
    }
}
