package io.chask.delivery;

import io.chask.conversation.Message;
import io.chask.wire.WireMessage;
import java.util.List;

/// Port: messages as one side may see them, with names of authors and signed links. May block on what it has not looked
/// up before; is asked on threads that only deliver.
public interface MessageViews {
    /// Messages of one organization for their visitor: without an author where he wrote himself, never an agent's
    /// e-mail.
    List<WireMessage> forVisitor(List<Message> messages);

    /// Messages of one organization for agents.
    List<WireMessage> forAgents(List<Message> messages);
}
