package io.chask.account;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Port: what an agent has is everybody's once he is disabled.
public interface Handover {

    /// Releases it.
    ///
    /// @param handle of the transaction that disables him
    /// @param by     the agent who does it; none at the command line
    /// @return tells the agents who are connected: to be called after the commit
    Runnable release(Handle handle, UUID organization, UUID agent, @Nullable UUID by);
}
