package io.chask.delivery;

import io.chask.conversation.Announcement;
import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationStatus;
import io.chask.conversation.ConversationSummary;
import io.chask.conversation.Message;
import io.chask.conversation.Opening;
import io.chask.wire.Sender;
import io.chask.wire.ServerFrame;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation as the agents' list shows it, kept while it is in motion: a message changes it by counting, not by a
/// query for each agent.
final class InboxRow {
    private static final int PREVIEW = 160;
    /// How often a row is read again because it changed meanwhile; the change itself has it told again.
    private static final int ATTEMPTS = 3;

    private final ConversationId conversation;
    private final DeliverySources sources;
    // Messages of the visitor each agent has not read; present from the first time the agent is told.
    private final Map<UUID, Integer> unread = new HashMap<>();
    // How far agents are known to have read: a count made before that is not taken, and what is announced late is not
    // counted.
    private final Map<UUID, Long> readUpTo = new HashMap<>();
    // Agents whom a note mentions that they have not seen; a change of that has the row read again.
    private final Set<UUID> mentioned = new HashSet<>();
    private @Nullable State state;
    private long announced;

    private record State(
            ServerFrame.Status status,
            long lastSequence,
            String preview,
            Sender sender,
            Instant timestamp,
            ServerFrame.InboxVisitor visitor,
            ServerFrame.InboxWork work) {}

    InboxRow(ConversationId conversation, DeliverySources sources) {
        this.conversation = conversation;
        this.sources = sources;
    }

    /// Takes a committed message.
    ///
    /// @return false when messages between are not known: the row has to be read again
    synchronized boolean add(Announcement announcement) {
        var message = announcement.message();
        var before = state;
        announced = Math.max(announced, message.sequence());
        if (before == null || message.sequence() <= before.lastSequence()) {
            return true;
        }
        if (message.sequence() > before.lastSequence() + 1) {
            return false;
        }
        boolean byVisitor = message.author() instanceof Author.Visitor;
        if (byVisitor) {
            unread.replaceAll((agent, count) ->
                    message.sequence() <= readBy(agent) ? count : Math.min(count + 1, ConversationSummary.MAX_UNREAD));
        }
        var status = announcement.opening() == Opening.NONE ? before.status() : ServerFrame.Status.OPEN;
        var work = byVisitor
                ? before.work().written(message.timestamp())
                : before.work().answered(message.timestamp());
        state = state(status, message, message.sequence(), new Surroundings(before.visitor(), work));
        return true;
    }

    /// An agent has read up to here.
    synchronized void read(Author.Agent agent, long sequence) {
        if (sequence <= readBy(agent.id())) {
            return;
        }
        readUpTo.put(agent.id(), sequence);
        if (state != null && sequence >= state.lastSequence()) {
            unread.replace(agent.id(), 0);
        } else {
            unread.remove(agent.id());
        }
    }

    private long readBy(UUID agent) {
        return readUpTo.getOrDefault(agent, 0L);
    }

    /// The row for this agent; nothing when the conversation has no message. May block, but never while it is locked.
    Optional<ServerFrame.Inbox> seenBy(Author.Agent agent) {
        for (int attempt = 0; attempt < ATTEMPTS && !knows(agent); attempt++) {
            var summary = sources.list().find(conversation, agent);
            if (summary.isEmpty()) {
                return Optional.empty();
            }
            var profile = sources.profiles()
                    .profile(conversation.organization(), summary.get().visitor());
            var work = sources.works().work(summary.get(), agent.id());
            load(summary.get(), agent, new Surroundings(profile, work));
        }
        return frame(agent);
    }

    private synchronized boolean knows(Author.Agent agent) {
        return state != null && unread.containsKey(agent.id());
    }

    private synchronized Optional<ServerFrame.Inbox> frame(Author.Agent agent) {
        var now = state;
        var count = unread.get(agent.id());
        if (now == null || count == null) {
            return Optional.empty();
        }
        return Optional.of(new ServerFrame.Inbox(
                conversation.value(),
                now.status(),
                now.lastSequence(),
                count,
                now.preview(),
                now.sender(),
                now.timestamp(),
                now.visitor(),
                now.work().mentioned(mentioned.contains(agent.id()))));
    }

    /// Takes what was read, unless a message or a mark of this agent has been announced since: then it has to be read
    /// again.
    private synchronized void load(ConversationSummary summary, Author.Agent agent, Surroundings around) {
        var message = summary.lastMessage();
        if (message == null
                || summary.lastSequence() < announced
                || summary.receipt().ownRead() < readBy(agent.id())) {
            return;
        }
        if (state == null || state.lastSequence() != summary.lastSequence()) {
            // The other agents' counts were made for another sequence.
            unread.clear();
            announced = summary.lastSequence();
            state = state(status(summary), message, summary.lastSequence(), around);
        }
        if (around.work().mentioned()) {
            mentioned.add(agent.id());
        }
        unread.put(agent.id(), summary.unread());
    }

    private static ServerFrame.Status status(ConversationSummary summary) {
        return summary.status() == ConversationStatus.OPEN ? ServerFrame.Status.OPEN : ServerFrame.Status.RESOLVED;
    }

    /// What of a row is not its messages.
    private record Surroundings(ServerFrame.InboxVisitor visitor, ServerFrame.InboxWork work) {}

    /// @param last the conversation's last sequence, which may be a change's
    private static State state(ServerFrame.Status status, Message message, long last, Surroundings around) {
        return new State(
                status,
                last,
                preview(message.content()),
                Sender.valueOf(message.author().sender().name()),
                message.timestamp(),
                around.visitor(),
                around.work());
    }

    private static String preview(String content) {
        return content.length() <= PREVIEW || content.codePointCount(0, content.length()) <= PREVIEW
                ? content
                : content.substring(0, content.offsetByCodePoints(0, PREVIEW));
    }
}
