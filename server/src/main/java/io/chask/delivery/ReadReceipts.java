package io.chask.delivery;

import io.chask.conversation.Receipt;
import java.util.UUID;

/// Port: whether the two sides of an organization's conversations are shown what the other has read.
@FunctionalInterface
public interface ReadReceipts {

    /// Whether this organization shows them. May block.
    boolean shownIn(UUID organization);

    /// The marks as they may be shown there: with them switched off, what was read counts as delivered only.
    default Receipt shown(UUID organization, Receipt receipt) {
        return receipt.read() == 0 || shownIn(organization) ? receipt : receipt.withoutRead();
    }
}
