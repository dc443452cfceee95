package io.chask.store;

import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Draft;
import io.chask.conversation.PostResult;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A draft on its way through a lane.
final class Entry {

    /// The order in which locks are taken on every node: by organization, then conversation, in the unsigned byte
    /// order of PostgreSQL.
    /// `UUID.compareTo` is signed.
    static final Comparator<Entry> LOCK_ORDER = Comparator.comparing(Entry::conversation, Entry::compare);

    private static final int OVERHEAD_BYTES = 200;
    private static final int BYTES_PER_CHARACTER = 3;

    /// Changed once at most, by the lane, when its author turns out to be somebody else by now.
    Draft draft;

    final @Nullable String attachments;
    final CompletableFuture<PostResult> answer = new CompletableFuture<>();

    /// Set when a commit of it was begun and its end is unknown. If it turns out to be stored, that was by us and
    /// nobody has announced it.
    boolean uncertain;

    Entry(Draft draft) {
        this.draft = draft;
        this.attachments = AttachmentJson.write(draft.attachments());
    }

    /// From now on the draft of the visitor its author has become.
    void follow(UUID heir) {
        draft = draft.by(new Author.Visitor(heir));
    }

    ConversationId conversation() {
        return draft.conversation();
    }

    Key key() {
        return new Key(draft.conversation(), draft.id());
    }

    /// About what it takes in memory and on the wire.
    int bytes() {
        return OVERHEAD_BYTES + BYTES_PER_CHARACTER * draft.content().length();
    }

    private static int compare(ConversationId left, ConversationId right) {
        int order = compare(left.organization(), right.organization());
        return order != 0 ? order : compare(left.value(), right.value());
    }

    static int compare(UUID left, UUID right) {
        int order = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return order != 0
                ? order
                : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    }

    /// What a message is found by.
    record Key(ConversationId conversation, UUID id) {}
}
