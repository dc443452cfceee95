package io.chask.conversation;

import java.util.UUID;

/// What became of a [StatusWish].
public sealed interface StatusResult {

    /// It is as wished from now on.
    record Changed(UUID visitor) implements StatusResult {}

    /// It was as wished before.
    record Same() implements StatusResult {}

    /// The visitor has written what the agent has not seen: it stays open.
    record Unseen() implements StatusResult {}

    /// There is no such conversation in the agent's organization.
    record Unknown() implements StatusResult {}
}
