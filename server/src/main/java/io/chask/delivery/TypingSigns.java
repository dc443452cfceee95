package io.chask.delivery;

import java.util.UUID;

/// Port: whether the two sides of an organization's conversations are shown that the other is writing.
@FunctionalInterface
public interface TypingSigns {

    /// Whether this organization shows it. May block.
    boolean shownIn(UUID organization);
}
