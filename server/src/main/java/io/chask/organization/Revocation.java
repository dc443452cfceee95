package io.chask.organization;

import java.time.Instant;
import java.util.UUID;

/// Something that stopped being valid while sockets may still be open on it.
///
/// @param subject id of the key, session (an agent's or a visitor's), agent or visitor
public record Revocation(UUID organization, long number, Kind kind, UUID subject, Instant at) {

    /// What was revoked.
    public enum Kind {
        /// A publishable key.
        KEY,
        /// One session of an agent, or of a verified visitor.
        SESSION,
        /// An agent with all his sessions.
        AGENT,
        /// A visitor's token.
        VISITOR,
        /// A visitor whom an agent has blocked.
        BLOCK,
        /// An anonymous visitor's token, by one that shows who he is.
        IDENTIFIED,
        /// Nothing of a verified visitor's, but what his streams were told of his conversations: he got an anonymous
        /// visitor's.
        GAINED
    }
}
