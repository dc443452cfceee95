package io.chask.conversation;

import io.chask.conversation.Author.Reader;
import java.util.Collection;
import java.util.Map;

/// Port: how far each reader has received and read (protocol §1, "Marks"). A visitor has one mark over all devices,
/// each agent his own; the
/// visitor sees the agents' maximum. Marks only grow and never pass the last sequence; read implies delivered.
public interface Marks {

    /// Raises a mark within about a second; returns at once. A conversation the reader does not have is ignored. When
    /// the mark has grown,
    /// [Announcer#marked] follows. When too many marks wait, the raise is dropped: the next one covers it.
    void raise(Mark mark);

    /// The receipts of several conversations of one organization, as `reader` sees them. Blocks. A conversation
    /// without marks is absent.
    Map<ConversationId, Receipt> receipts(Collection<ConversationId> conversations, Reader reader);

    /// Writes now what waits; for tests and the end of the process. Blocks.
    void flush();
}
