package io.chask.api;

import io.chask.api.PostRefusal.Outcome;
import io.chask.conversation.Attachment;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.BadDraft;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Conversations;
import io.chask.conversation.Draft;
import io.chask.wire.Reason;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A message's way from either transport to the rules.
public final class Posting {

    private static final int ANSWER_SECONDS = 35;

    private final Conversations conversations;
    private final FileClaims files;

    public Posting(Conversations conversations, FileClaims files) {
        this.conversations = conversations;
        this.files = files;
    }

    /// A message as its author wrote it.
    ///
    /// @param attachments ids of the author's uploads
    /// @param replyTo id of the message it answers
    public record Wish(
            ConversationId conversation,
            UUID id,
            Reader author,
            String content,
            List<UUID> attachments,
            @Nullable UUID replyTo) {}

    /// Posts; the stage is completed after the commit, on the thread that committed. Blocks only to look at
    /// attachments.
    public CompletionStage<Outcome> post(Wish wish) {
        if (wish.attachments().size() > Draft.MAX_ATTACHMENTS) {
            return refused(PostRefusal.of(
                    Reason.TOO_MANY_ATTACHMENTS, "a message has at most " + Draft.MAX_ATTACHMENTS + " attachments"));
        }
        return switch (files.claim(wish.conversation(), wish.author(), wish.id(), wish.attachments(), wish.replyTo())) {
            case FileClaims.Claim.Granted(List<Attachment> attachments) -> post(wish, attachments);
            case FileClaims.Claim.Refused(PostRefusal refusal) -> refused(refusal);
        };
    }

    private CompletionStage<Outcome> post(Wish wish, List<Attachment> attachments) {
        Draft draft;
        try {
            draft = new Draft(
                    wish.conversation(), wish.id(), wish.author(), wish.content(), attachments, wish.replyTo());
        } catch (BadDraft bad) {
            return refused(PostRefusal.of(bad));
        }
        return conversations.post(draft).thenApply(PostRefusal::outcome);
    }

    private static CompletionStage<Outcome> refused(PostRefusal refusal) {
        return CompletableFuture.completedFuture(new Outcome.Refused(refusal));
    }

    /// Posts and waits for the commit.
    ///
    /// @throws io.chask.edge.Refused when it was not stored
    public Outcome.Accepted postAndWait(Wish wish) throws InterruptedException {
        return switch (await(post(wish))) {
            case Outcome.Accepted accepted -> accepted;
            case Outcome.Refused(PostRefusal refusal) -> throw refusal.exception();
        };
    }

    private static Outcome await(CompletionStage<Outcome> stage) throws InterruptedException {
        try {
            return stage.toCompletableFuture().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("posting a message", e.getCause());
        } catch (TimeoutException late) {
            return new Outcome.Refused(PostRefusal.of(
                    Reason.UNAVAILABLE, "the database does not answer; send again later with the same id"));
        }
    }
}
