package io.chask.delivery;

import io.chask.wire.ServerFrame.InboxVisitor;
import java.util.UUID;

/// Port: what the agents' list shows of a visitor. May block.
public interface VisitorProfiles {
    /// The visitor; only the id when nothing else is known.
    InboxVisitor profile(UUID organization, UUID visitor);

    /// The visitor has another name or e-mail from now on. May block.
    default void changed(UUID organization, UUID visitor) {
        // Who keeps nothing has nothing to forget.
    }
}
