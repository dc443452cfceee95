package io.chask.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rule by which conversations are given out: each to whoever has the fewest and room for one more; of two equals,
/// to the one who has waited longest for one.
final class Plan {

    private Plan() {}

    /// An agent who is online.
    ///
    /// @param load     how many conversations he has, open and awake
    /// @param capacity how many he is given at most
    /// @param routedAt when he was given one last
    /// @param teams    whose member he is
    record Seat(UUID agent, int load, int capacity, Instant routedAt, Set<UUID> teams) {

        Seat {
            teams = Set.copyOf(teams);
        }

        boolean hasRoom() {
            return load < capacity;
        }

        private boolean takes(Waiting waiting) {
            return hasRoom() && (waiting.team() == null || teams.contains(waiting.team()));
        }

        private Seat given(Instant now) {
            return new Seat(agent, load + 1, capacity, now, teams);
        }
    }

    /// A conversation that nobody has.
    ///
    /// @param team among whose members it is given out; among all when null
    record Waiting(UUID conversation, @Nullable UUID team) {}

    /// What goes to whom.
    record Gift(Waiting waiting, UUID agent) {}

    private static final Comparator<Seat> NEXT = Comparator.comparingInt(Seat::load)
            .thenComparing(Seat::routedAt)
            .thenComparing(seat -> seat.agent().toString());

    /// Gives out what waits, in its order.
    static List<Gift> of(Collection<Seat> seats, List<Waiting> waiting, Instant now) {
        var free = new ArrayList<>(seats);
        List<Gift> gifts = new ArrayList<>();
        // Within one plan the order of giving tells who has waited longer.
        var at = now;
        for (var each : waiting) {
            var next = free.stream().filter(seat -> seat.takes(each)).min(NEXT);
            if (next.isPresent()) {
                at = at.plusMillis(1);
                free.remove(next.get());
                free.add(next.get().given(at));
                gifts.add(new Gift(each, next.get().agent()));
            }
        }
        return gifts;
    }
}
