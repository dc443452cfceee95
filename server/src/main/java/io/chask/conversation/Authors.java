package io.chask.conversation;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// Port: names of agents, for showing beside their messages.
public interface Authors {

    /// Profiles of those of the given agents that exist in the organization. May be some seconds old.
    Map<UUID, AuthorProfile> agents(UUID organization, Collection<UUID> ids);
}
