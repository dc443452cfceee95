package io.chask.delivery;

import io.chask.conversation.Conversations;
import io.chask.conversation.Draft;
import io.chask.conversation.Message;
import io.chask.conversation.PostResult;
import io.chask.wire.Reason;
import io.chask.wire.ServerFrame;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes drafts of connections to the rules and writes the answer: `sent`, only after the commit, or `error`.
public final class Intake {
    private final Conversations conversations;
    private final Fanout fanout;

    /// @param fanout the one that announces what `conversations` commits
    public Intake(Conversations conversations, Fanout fanout) {
        this.conversations = conversations;
        this.fanout = fanout;
    }

    /// Posts the draft. Returns at once, so it may be called on an event loop.
    public void post(Connection connection, Draft draft) {
        fanout.ownSends().begin(draft.conversation(), draft.id(), connection.id());
        conversations.post(draft).thenAccept(result -> answer(connection, draft, result));
    }

    /// On the committing thread, before the announcement.
    private void answer(Connection connection, Draft draft, PostResult result) {
        if (!(result instanceof PostResult.Stored)) {
            fanout.ownSends().end(draft.conversation(), draft.id());
        }
        connection.send(frame(draft.id(), result));
    }

    /// The frame that tells a sender what became of the message with this id.
    public static ServerFrame frame(UUID id, PostResult result) {
        return switch (result) {
            case PostResult.Stored stored -> sent(stored.message(), false);
            case PostResult.Duplicate(var message) -> sent(message, true);
            case PostResult.IdConflict() -> refusal(id, Reason.ID_CONFLICT, "the id is taken by another message", null);
            case PostResult.NotFound() -> refusal(id, Reason.NOT_FOUND, "no such conversation", null);
            case PostResult.Closed() ->
                refusal(id, Reason.CONVERSATION_CLOSED, "the conversation takes no more messages", null);
            case PostResult.Busy(var pause) -> refusal(id, Reason.BUSY, "too many messages wait", pause);
            case PostResult.Unavailable(var pause) ->
                refusal(id, Reason.UNAVAILABLE, "the database cannot be reached", pause);
            case PostResult.Refused() -> refusal(id, Reason.INVALID_FIELD, "the message cannot be stored", null);
        };
    }

    private static ServerFrame sent(Message message, boolean duplicate) {
        return new ServerFrame.Sent(
                message.id(), message.conversation().value(), message.sequence(), message.timestamp(), duplicate);
    }

    private static ServerFrame refusal(UUID id, Reason reason, String text, @Nullable Duration pause) {
        return new ServerFrame.Refusal(id, reason, text, pause);
    }
}
