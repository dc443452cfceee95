package io.chask.desk;

import io.chask.conversation.ConversationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The wish to give a conversation to somebody, or back to all.
///
/// @param to       who shall have it; nobody when null
/// @param expected who has it as far as the wisher knows: if it is somebody else by now, nothing changes
/// @param by       the agent who wishes so
public record Assignment(
        ConversationId conversation,
        @Nullable UUID to,
        @Nullable UUID expected,
        UUID by) {

    /// The wish to move a conversation to a team, or out of its team. A conversation that comes to a team is nobody's
    /// there; one that leaves it stays whose it is.
    ///
    /// @param team     whose it shall be; no team's when null
    /// @param expected as of an assignment
    /// @param from     whose it is as far as the wisher knows; not compared when null
    public record Move(
            ConversationId conversation,
            @Nullable UUID team,
            @Nullable UUID expected,
            @Nullable From from,
            UUID by) {}

    /// The team that somebody believes a conversation to be in.
    ///
    /// @param team none when null
    public record From(@Nullable UUID team) {}

    /// What became of it.
    public sealed interface Result {}

    /// It is as wished; by this wish or an earlier one.
    public record Assigned() implements Result {}

    /// Somebody else was quicker.
    ///
    /// @param holder who has it; nobody when null
    public record Taken(@Nullable Colleague holder) implements Result {}

    /// Somebody else was quicker to move it.
    ///
    /// @param team where it is; in none when null
    public record Moved(@Nullable TeamName team) implements Result {}

    /// There is no such agent, or he cannot sign in any more.
    public record UnknownAgent() implements Result {}

    /// There is no such team.
    public record UnknownTeam() implements Result {}

    /// There is no such conversation.
    public record UnknownConversation() implements Result {}
}
