package io.chask.conversation;

import io.chask.conversation.ChangeResult.Changed;
import io.chask.conversation.ChangeResult.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// The rules of edits and deletions: agents change what they wrote themselves, for some time; whoever moderates
/// deletes any agent's message, at any time. What visitors and the system said stays.
public final class Corrections {

    private final MessageChanges changes;
    private final Announcer announcer;
    private final Function<UUID, Duration> windows;

    /// @param windows how long an organization lets its agents change what they wrote; zero: never
    public Corrections(MessageChanges changes, Announcer announcer, Function<UUID, Duration> windows) {
        this.changes = changes;
        this.announcer = announcer;
        this.windows = windows;
    }

    /// Commits a change, or says why not. Blocks.
    ///
    /// @param moderates whether the agent may delete what other agents wrote
    /// @throws BadDraft when the new text cannot be stored
    public ChangeResult change(Change change, boolean moderates) {
        var window = windows.apply(change.conversation().organization());
        var result = changes.apply(change, target -> refusal(change, target, moderates, window));
        if (result instanceof Changed(Message message, UUID visitor, long sequence)) {
            // Said again for a repeated id: whoever committed it may have gone before telling.
            announcer.changed(message.conversation(), visitor, sequence);
        }
        return result;
    }

    private static Optional<Refusal> refusal(Change change, Message target, boolean moderates, Duration window) {
        boolean own = target.author().equals(change.agent());
        boolean moderated = moderates && change.deletes() && target.author() instanceof Author.Agent;
        if (!own && !moderated) {
            return Optional.of(Refusal.MESSAGE_NOT_YOURS);
        }
        if (target.history().deletedAt() != null) {
            return Optional.of(Refusal.MESSAGE_DELETED);
        }
        if (!moderated && !change.at().isBefore(target.timestamp().plus(window))) {
            return Optional.of(Refusal.CHANGE_TOO_LATE);
        }
        checkContent(change, target);
        return Optional.empty();
    }

    /// An edited message is what a new one may be.
    private static void checkContent(Change change, Message target) {
        var content = change.content();
        if (content != null) {
            var _ = new Draft(target.conversation(), target.id(), target.author(), content, target.attachments());
        }
    }
}
