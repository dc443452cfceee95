package io.chask.contact;

import java.util.UUID;

/// Told, after the commit, of each conversation that is found by other words now because its visitor has changed.
@FunctionalInterface
public interface DescriptionListener {

    /// Must not block.
    void changed(UUID organization, UUID conversation);
}
