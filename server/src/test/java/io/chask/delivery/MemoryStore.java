package io.chask.delivery;

import io.chask.conversation.Announcement;
import io.chask.conversation.Announcer;
import io.chask.conversation.Author;
import io.chask.conversation.Author.Agent;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.Changes;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationList;
import io.chask.conversation.ConversationStatus;
import io.chask.conversation.ConversationSummary;
import io.chask.conversation.Draft;
import io.chask.conversation.InboxQuery;
import io.chask.conversation.Message;
import io.chask.conversation.MessageLog;
import io.chask.conversation.Opening;
import io.chask.conversation.PostResult;
import io.chask.conversation.Receipt;
import io.chask.conversation.StatusResult;
import io.chask.conversation.StatusWish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/// Conversations of one visitor in memory, committed one by one: answered first, then announced, as the real writer
/// does.
final class MemoryStore implements MessageLog, ConversationList, Changes {
    final UUID organization = UUID.randomUUID();
    final UUID visitor = UUID.randomUUID();
    final MemoryMarks marks = new MemoryMarks(this);
    private final Map<ConversationId, List<Message>> messages = new ConcurrentHashMap<>();
    private final Map<ConversationId, ConversationStatus> statuses = new ConcurrentHashMap<>();
    private final List<Restated> restated = new ArrayList<>();
    private final List<Announcer> announcers = new ArrayList<>();

    void announceTo(Announcer announcer) {
        announcers.add(announcer);
        marks.announceTo(announcer);
    }

    ConversationId conversation() {
        return new ConversationId(organization, UUID.randomUUID());
    }

    @Override
    public synchronized CompletionStage<PostResult> append(Draft draft) {
        var thread = messages.computeIfAbsent(draft.conversation(), _ -> new ArrayList<>());
        var known = thread.stream().filter(each -> each.id().equals(draft.id())).findFirst();
        if (known.isPresent()) {
            return CompletableFuture.completedStage(new PostResult.Duplicate(known.get()));
        }
        var message = Message.of(draft, thread.size() + 1, Instant.EPOCH);
        thread.add(message);
        var result = new CompletableFuture<PostResult>();
        var opening = thread.size() == 1 ? Opening.OPENED : Opening.NONE;
        // Announced on its own thread, so that whoever waits for the answer has got it first.
        result.complete(new PostResult.Stored(message, opening));
        announcers.forEach(announcer -> announcer.posted(new Announcement(message, visitor, opening)));
        return result;
    }

    Message post(ConversationId conversation, Author author, String content) {
        var draft = new Draft(conversation, UUID.randomUUID(), author, content, List.of());
        return ((PostResult.Stored) append(draft).toCompletableFuture().join()).message();
    }

    void fill(ConversationId conversation, int count) {
        for (int each = 0; each < count; each++) {
            post(conversation, new Agent(UUID.randomUUID()), "message " + each);
        }
    }

    synchronized long last(ConversationId conversation) {
        return messages.getOrDefault(conversation, List.of()).size();
    }

    @Override
    public synchronized List<Message> after(ConversationId conversation, long sequence, int limit) {
        return messages.getOrDefault(conversation, List.of()).stream()
                .filter(message -> message.sequence() > sequence)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Message> before(ConversationId conversation, long sequence, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Message> find(ConversationId conversation, UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Message> all(ConversationId conversation, Collection<UUID> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean visible(ConversationId id, Reader reader) {
        return messages.containsKey(id);
    }

    @Override
    public synchronized Optional<ConversationSummary> find(ConversationId id, Reader reader) {
        var thread = messages.getOrDefault(id, List.of());
        if (thread.isEmpty()) {
            return Optional.empty();
        }
        var receipt = marks.receipts(List.of(id), reader).getOrDefault(id, Receipt.NONE);
        int unread = (int) thread.stream()
                .filter(message -> message.author() instanceof Author.Visitor)
                .filter(message -> message.sequence() > receipt.ownRead())
                .limit(ConversationSummary.MAX_UNREAD)
                .count();
        return Optional.of(new ConversationSummary(
                id,
                visitor,
                statuses.getOrDefault(id, ConversationStatus.OPEN),
                thread.size(),
                Instant.EPOCH,
                Instant.EPOCH,
                thread.getLast(),
                receipt,
                unread));
    }

    @Override
    public List<ConversationSummary> ofVisitor(UUID organization, UUID visitor, int limit) {
        return messages.keySet().stream()
                .flatMap(id -> find(id, new Author.Visitor(visitor)).stream())
                .toList();
    }

    @Override
    public Map<ConversationId, Long> positions(UUID organization, UUID visitor, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ConversationSummary> page(UUID organization, InboxQuery query, Agent agent) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ConversationSummary> of(UUID organization, Collection<UUID> conversations, Agent agent) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized Found within(Collection<UUID> organizations, Duration window) {
        var advanced = messages.entrySet().stream()
                .map(each ->
                        new Advanced(each.getKey(), visitor, each.getValue().size()))
                .toList();
        return new Found(advanced, List.copyOf(restated), marks.marked());
    }

    @Override
    public synchronized StatusResult changeStatus(StatusWish wish) {
        var id = wish.conversation();
        statuses.put(id, wish.status());
        restated.add(new Restated(id, visitor, last(id), Instant.EPOCH));
        return new StatusResult.Changed(visitor);
    }
}
