package io.chask.api;

import io.chask.conversation.Author.Reader;
import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationSummary;
import io.chask.conversation.Conversations;
import io.chask.conversation.Message;
import io.chask.conversation.Receipt;
import io.chask.conversation.Sender;
import io.chask.edge.Refused;
import io.chask.wire.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Messages as answers of the HTTP API.
public final class MessageBodies {

    private final WireMessages wire;
    private final Conversations conversations;

    public MessageBodies(WireMessages wire, Conversations conversations) {
        this.wire = wire;
        this.conversations = conversations;
    }

    /// A page of a conversation. Blocks.
    ///
    /// @throws Refused `NOT_FOUND` when it is not the reader's to see
    public MessagePage page(ConversationId id, Reader reader, PageQuery query) {
        var summary = conversations.find(id, reader).orElseThrow(() -> new Refused(Reason.NOT_FOUND));
        Optional<List<Message>> messages = query.after().isPresent()
                ? conversations.after(id, reader, query.after().getAsLong(), query.limit())
                : conversations.before(id, reader, query.before().orElse(Long.MAX_VALUE), query.limit());
        var bodies = of(messages.orElseThrow(() -> new Refused(Reason.NOT_FOUND)), summary.receipt(), reader.sender());
        return new MessagePage(bodies, summary.lastSequence());
    }

    /// One message right after it was posted.
    public MessageBody posted(Message message, Sender viewer) {
        return of(List.of(message), Receipt.NONE, viewer).getFirst();
    }

    /// The last message of a conversation, if it has one.
    public @Nullable MessageBody last(ConversationSummary summary, Sender viewer) {
        var last = summary.lastMessage();
        return last == null
                ? null
                : of(List.of(last), summary.receipt(), viewer).getFirst();
    }

    private List<MessageBody> of(List<Message> messages, Receipt receipt, Sender viewer) {
        if (messages.isEmpty()) {
            return List.of();
        }
        var conversation = messages.getFirst().conversation();
        var shown = wire.of(messages);
        return IntStream.range(0, messages.size())
                .mapToObj(at ->
                        MessageBody.of(conversation.value(), shown.get(at), status(messages.get(at), receipt, viewer)))
                .toList();
    }

    // As its sender sees it. What the other side wrote has arrived here by this very answer.
    private static String status(Message message, Receipt receipt, Sender viewer) {
        boolean own = message.author().sender() == viewer;
        long read = own ? receipt.read() : receipt.ownRead();
        long delivered = own ? receipt.delivered() : Long.MAX_VALUE;
        if (message.sequence() <= read) {
            return "read";
        }
        return message.sequence() <= delivered ? "delivered" : "sent";
    }
}
