package io.chask.conversation;

import io.chask.conversation.Author.Reader;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/// The rules: who may post, read and acknowledge. The one door for the visitor's and the agents' endpoints.
public final class Conversations {

    /// Most messages of one page.
    public static final int MAX_PAGE = 300;

    private final MessageLog log;
    private final ConversationList list;
    private final Marks marks;
    private final Announcer announcer;

    public Conversations(MessageLog log, ConversationList list, Marks marks, Announcer announcer) {
        this.log = log;
        this.list = list;
        this.marks = marks;
        this.announcer = announcer;
    }

    /// Stores a draft; see [MessageLog#append]. Whether the author may write there is settled under the
    /// conversation's lock.
    public CompletionStage<PostResult> post(Draft draft) {
        return log.append(draft);
    }

    /// Everything up to `sequence` has arrived at this reader. Beyond the last is clamped, backwards is ignored.
    public void acknowledge(ConversationId conversation, Reader reader, long sequence) {
        marks.raise(new Mark(conversation, reader, sequence, 0));
    }

    /// This reader has seen everything up to `sequence`. Beyond the last is clamped, backwards is ignored.
    public void read(ConversationId conversation, Reader reader, long sequence) {
        marks.raise(new Mark(conversation, reader, sequence, sequence));
    }

    /// The conversation as this reader sees it; nothing if it is not his to see. Blocks.
    public Optional<ConversationSummary> find(ConversationId conversation, Reader reader) {
        return list.find(conversation, reader);
    }

    /// Up to `limit` messages above `sequence`, lowest first; nothing if the conversation is not the reader's to see.
    /// Blocks.
    public Optional<List<Message>> after(ConversationId conversation, Reader reader, long sequence, int limit) {
        if (!list.visible(conversation, reader)) {
            return Optional.empty();
        }
        return Optional.of(log.after(conversation, sequence, bounded(limit)));
    }

    /// The last `limit` messages below `sequence`, lowest first; nothing if the conversation is not the reader's to
    /// see. Blocks.
    public Optional<List<Message>> before(ConversationId conversation, Reader reader, long sequence, int limit) {
        if (!list.visible(conversation, reader)) {
            return Optional.empty();
        }
        return Optional.of(log.before(conversation, sequence, bounded(limit)));
    }

    /// Resolves or opens a conversation. Blocks.
    public StatusResult changeStatus(StatusWish wish) {
        StatusResult result = list.changeStatus(wish);
        if (result instanceof StatusResult.Changed(UUID visitor)) {
            announcer.statusChanged(wish.conversation(), visitor, wish.status());
        }
        return result;
    }

    private static int bounded(int limit) {
        return Math.clamp(limit, 1, MAX_PAGE);
    }
}
