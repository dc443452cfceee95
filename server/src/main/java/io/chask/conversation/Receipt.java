package io.chask.conversation;

/// Marks of a conversation as one reader sees them.
///
/// @param delivered highest sequence a device of the other side has acknowledged
/// @param read      highest sequence the other side has read
/// @param ownRead   highest sequence the reader himself has read
public record Receipt(long delivered, long read, long ownRead) {

    /// Nothing acknowledged yet.
    public static final Receipt NONE = new Receipt(0, 0, 0);

    /// As a reader sees it who is not to know what the other side has read.
    public Receipt withoutRead() {
        return new Receipt(delivered, 0, ownRead);
    }
}
