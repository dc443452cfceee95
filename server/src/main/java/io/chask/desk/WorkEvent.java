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
/// @param rating what the visitor has said of it
public record WorkEvent(
        long number,
        Kind kind,
        Instant at,
        @Nullable Colleague actor,
        @Nullable Colleague agent,
        @Nullable String team,
        @Nullable Instant until,
        @Nullable Rated rating) {

    /// A visitor's words about a resolved conversation.
    ///
    /// @param score 1 to 5
    public record Rated(int score, @Nullable String comment) {}

    /// What was done.
    public enum Kind {
        /// Given to an agent by hand, maybe to himself.
        ASSIGNED,
        /// Taken from its agent by hand.
        UNASSIGNED,
        /// Given to an agent by the routing.
        ROUTED,
        /// Taken from an agent who was gone: by the routing, or because his account was disabled.
        GIVEN_BACK,
        /// Moved to a team, or out of it.
        MOVED,
        RESOLVED,
        REOPENED,
        SNOOZED,
        /// By hand, or because its time had come.
        WOKEN,
        /// By its visitor, after it was resolved.
        RATED;

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
            @Nullable Instant until,
            @Nullable Rated rating) {

        /// Of an agent who got or lost the conversation.
        public static Draft of(Kind kind, @Nullable UUID actor, @Nullable UUID agent) {
            return new Draft(kind, actor, agent, null, null, null);
        }

        /// Without more.
        public static Draft of(Kind kind, @Nullable UUID actor) {
            return new Draft(kind, actor, null, null, null, null);
        }

        /// Of the visitor.
        public static Draft rated(int score, @Nullable String comment) {
            return new Draft(Kind.RATED, null, null, null, null, new Rated(score, comment));
        }
    }
}
