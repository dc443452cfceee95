package io.chask.conversation;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message before it has its place. One that exists can be stored (protocol §1 and §3).
///
/// @param conversation where it shall stand; a visitor's first draft opens it
/// @param id           made by the sender, kept through every retry
/// @param author       already authenticated
/// @param content      text as typed
/// @param attachments  already checked to be the author's
/// @param replyTo      the message it answers, already checked to be there
public record Draft(
        ConversationId conversation,
        UUID id,
        Author author,
        String content,
        List<Attachment> attachments,
        @Nullable UUID replyTo) {

    /// Longest text, in code points.
    public static final int MAX_CONTENT = 10_000;

    /// Most attachments of one message.
    public static final int MAX_ATTACHMENTS = 10;

    /// @throws BadDraft with the reason, when it cannot be stored
    public Draft {
        attachments = List.copyOf(attachments);
        if (attachments.size() > MAX_ATTACHMENTS) {
            throw new BadDraft(
                    BadDraft.Reason.TOO_MANY_ATTACHMENTS,
                    "%d attachments; at most %d".formatted(attachments.size(), MAX_ATTACHMENTS));
        }
        if (content.isBlank() && attachments.isEmpty()) {
            throw new BadDraft(BadDraft.Reason.CONTENT_EMPTY, "content may be empty only with an attachment");
        }
        int length = content.length() > MAX_CONTENT ? content.codePointCount(0, content.length()) : 0;
        if (length > MAX_CONTENT) {
            throw new BadDraft(
                    BadDraft.Reason.CONTENT_TOO_LONG,
                    String.format(Locale.ROOT, "content has %,d characters; at most %,d", length, MAX_CONTENT));
        }
        if (!storable(content)) {
            throw new BadDraft(
                    BadDraft.Reason.CONTENT_INVALID_CHARACTERS,
                    "content must not hold U+0000 or an unpaired surrogate");
        }
    }

    /// A draft that answers no message in particular.
    ///
    /// @throws BadDraft with the reason, when it cannot be stored
    public Draft(ConversationId conversation, UUID id, Author author, String content, List<Attachment> attachments) {
        this(conversation, id, author, content, attachments, null);
    }

    /// The same in another author's name.
    public Draft by(Author other) {
        return new Draft(conversation, id, other, content, attachments, replyTo);
    }

    /// Whether PostgreSQL and UTF-8 can hold the text: no U+0000, no unpaired surrogate.
    public static boolean storable(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                at++;
                if (at == text.length() || !Character.isLowSurrogate(text.charAt(at))) {
                    return false;
                }
            }
        }
        return true;
    }
}
