package io.chask.api;

import io.chask.conversation.BadDraft;
import io.chask.conversation.Message;
import io.chask.conversation.PostResult;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.wire.Reason;
import io.chask.wire.ServerFrame.Refusal;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Why a message was not stored, for either transport.
///
/// @param retryAfter when a repeat makes sense, if it does
public record PostRefusal(
        Reason reason, String message, @Nullable Duration retryAfter) {

    /// A stored message, or the refusal.
    public sealed interface Outcome {
        /// Stored now, or before by the same id.
        record Accepted(Message message, boolean duplicate) implements Outcome {}

        /// Nothing was stored, or nobody knows.
        record Refused(PostRefusal refusal) implements Outcome {}
    }

    static PostRefusal of(Reason reason, String message) {
        return new PostRefusal(reason, message, null);
    }

    /// The refusal of a draft that cannot exist.
    public static PostRefusal of(BadDraft bad) {
        return of(Reason.valueOf(bad.reason().name()), bad.getMessage());
    }

    /// What came of posting.
    public static Outcome outcome(PostResult result) {
        return switch (result) {
            case PostResult.Stored stored -> new Outcome.Accepted(stored.message(), false);
            case PostResult.Duplicate(Message message) -> new Outcome.Accepted(message, true);
            case PostResult.IdConflict() ->
                refused(of(Reason.ID_CONFLICT, "another message has this id; make a new id for each message"));
            case PostResult.NotFound() ->
                refused(of(Reason.NOT_FOUND, "there is no such conversation, or it is not yours"));
            case PostResult.Closed() ->
                refused(of(
                        Reason.CONVERSATION_CLOSED,
                        "the conversation is resolved and takes no more messages; begin a new one"));
            case PostResult.Busy(Duration pause) ->
                refused(new PostRefusal(
                        Reason.BUSY, "too many messages wait to be stored; send again later with the same id", pause));
            case PostResult.Unavailable(Duration pause) ->
                refused(new PostRefusal(
                        Reason.UNAVAILABLE,
                        "the database cannot be reached; send again later with the same id",
                        pause));
            case PostResult.Refused() ->
                refused(of(Reason.INVALID_FIELD, "the database refuses this message; do not send it again unchanged"));
        };
    }

    private static Outcome refused(PostRefusal refusal) {
        return new Outcome.Refused(refusal);
    }

    /// As a frame.
    ///
    /// @param ref id of the refused `send`
    public Refusal frame(UUID ref) {
        return new Refusal(ref, reason, message, retryAfter);
    }

    /// As an HTTP answer.
    public Refused exception() {
        var problem = Problem.of(reason, message);
        return new Refused(retryAfter == null ? problem : problem.after(retryAfter));
    }
}
