package io.chask.api;

import io.chask.conversation.Conversations;
import io.chask.delivery.Connection;
import io.chask.delivery.Fanout;
import io.chask.delivery.Intake;
import io.chask.delivery.Replay;
import io.chask.delivery.Subscriptions;
import io.chask.presence.PresenceWatch;
import io.chask.wire.Limits;
import io.chask.wire.ServerFrame.ConversationPosition;
import io.chask.wire.ServerFrame.Welcome;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// What every stream's session needs besides its connection.
///
/// @param presence who of the agents is there
/// @param epoch identity of the database
/// @param ping how often a quiet client has to write
public record StreamServices(
        Conversations conversations,
        Subscriptions subscriptions,
        Fanout fanout,
        Intake intake,
        Replay replay,
        PresenceWatch presence,
        UUID epoch,
        Duration ping,
        Clock clock) {

    /// The answer to `hello`.
    public Welcome welcome(Connection connection, List<ConversationPosition> positions) {
        return new Welcome(connection.id(), epoch, ping, clock.instant(), Limits.VERSION_1, positions);
    }
}
