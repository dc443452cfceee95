package io.chask.desk;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was done with a conversation besides writing in it. Agents are shown it in the thread; visitors
/// never.
///
/// @param number its place in the log
/// @param actor  the agent who did it; the server itself when null
/// @param agent  who got the conversation, or lost it
/// @param team   name of the team it was moved to, as it was then; none when it was taken from its team
/// @param until  until when it was to rest
public record WorkEvent(
        long number,
        Kind kind,
        Instant at,
        @Nullable Colleague actor,
        @Nullable Colleague agent,
        @Nullable String team,
        @Nullable Instant until) {

    /// What was done.
    public enum Kind {
        /// Given to an agent by hand, maybe to himself.
        ASSIGNED,
        /// Taken from its agent by hand.
        UNASSIGNED,
        /// Given to an agent by the routing.
        ROUTED,
        /// Taken by the routing from an agent who was gone.
        GIVEN_BACK,
        /// Moved to a team, or out of it.
        MOVED,
        RESOLVED,
        REOPENED,
        SNOOZED,
        /// By hand, or because its time had come.
        WOKEN;

        /// As stored and told.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What is to be written of one.
    public record Draft(
            Kind kind,
            @Nullable UUID actor,
            @Nullable UUID agent,
            @Nullable String team,
            @Nullable Instant until) {

        /// Of an agent who got or lost the conversation.
        public static Draft of(Kind kind, @Nullable UUID actor, @Nullable UUID agent) {
            return new Draft(kind, actor, agent, null, null);
        }

        /// Without more.
        public static Draft of(Kind kind, @Nullable UUID actor) {
            return new Draft(kind, actor, null, null, null);
        }
    }
}
