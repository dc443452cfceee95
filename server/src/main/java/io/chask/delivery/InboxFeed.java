package io.chask.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chask.conversation.Announcement;
import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.wire.EncodedFrame;
import io.chask.wire.FrameEncoder;
import io.chask.wire.ServerFrame;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/// Tells all agents of an organization that a row of their list has changed: at once, and a busy conversation's again
/// at
/// most once an interval, with what is true then.
final class InboxFeed {
    private final Subscriptions subscriptions;
    private final DeliverySources sources;
    private final Coalescer<ConversationId> pace;
    private final Cache<ConversationId, InboxRow> rows = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    InboxFeed(
            Subscriptions subscriptions,
            DeliverySources sources,
            Duration interval,
            Executor threads,
            ScheduledExecutorService timer) {
        this.subscriptions = subscriptions;
        this.sources = sources;
        this.pace = new Coalescer<>(interval, threads, timer, this::tell);
    }

    /// A message was committed; in sequence order within a conversation.
    void posted(Announcement announcement) {
        var conversation = announcement.conversation();
        if (subscriptions.agents(conversation.organization()).isEmpty()) {
            rows.invalidate(conversation);
            return;
        }
        var row = rows.getIfPresent(conversation);
        if (row != null && !row.add(announcement)) {
            rows.invalidate(conversation);
        }
        pace.touch(conversation);
    }

    /// An agent has read up to here.
    void read(ConversationId conversation, Author.Agent agent, long sequence) {
        var row = rows.getIfPresent(conversation);
        if (row != null) {
            row.read(agent, sequence);
        }
        touch(conversation);
    }

    /// Something else of the row has changed: read it again.
    void changed(ConversationId conversation) {
        rows.invalidate(conversation);
        touch(conversation);
    }

    private void touch(ConversationId conversation) {
        if (!subscriptions.agents(conversation.organization()).isEmpty()) {
            pace.touch(conversation);
        }
    }

    /// On a virtual thread. Agents who are told the same share one encoding.
    private void tell(ConversationId conversation) {
        var row = rows.get(conversation, id -> new InboxRow(id, sources));
        var frames = new HashMap<ServerFrame.Inbox, EncodedFrame>();
        for (var receiver : subscriptions.agents(conversation.organization())) {
            if (receiver.connection().reader() instanceof Author.Agent agent) {
                row.seenBy(agent)
                        .ifPresent(frame -> receiver.tell(frames.computeIfAbsent(frame, FrameEncoder::encode)));
            }
        }
    }
}
