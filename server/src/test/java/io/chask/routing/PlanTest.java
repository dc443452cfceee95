package io.chask.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.routing.Plan.Seat;
import io.chask.routing.Plan.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PlanTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private final UUID ada = UUID.randomUUID();
    private final UUID grace = UUID.randomUUID();

    private static Seat seat(UUID agent, int load, int capacity, Instant routedAt, UUID... teams) {
        return new Seat(agent, load, capacity, routedAt, Set.of(teams));
    }

    private static List<Waiting> waiting(int number) {
        return Stream.generate(() -> new Waiting(UUID.randomUUID(), null))
                .limit(number)
                .toList();
    }

    private static List<UUID> agents(List<Plan.Gift> gifts) {
        return gifts.stream().map(Plan.Gift::agent).toList();
    }

    @Test
    void whoeverHasTheFewestIsNext() {
        var seats = List.of(seat(ada, 3, 10, Instant.EPOCH), seat(grace, 1, 10, NOW));
        assertThat(agents(Plan.of(seats, waiting(3), NOW))).containsExactly(grace, grace, ada);
    }

    @Test
    void ofTwoEqualsTheOneWhoHasWaitedLongerIsNext() {
        var seats = List.of(seat(ada, 0, 10, NOW.minusSeconds(1)), seat(grace, 0, 10, NOW.minusSeconds(9)));
        assertThat(agents(Plan.of(seats, waiting(4), NOW))).containsExactly(grace, ada, grace, ada);
    }

    @Test
    void nobodyIsGivenMoreThanHeTakesAndTheRestWaits() {
        var seats = List.of(seat(ada, 1, 2, Instant.EPOCH), seat(grace, 5, 5, Instant.EPOCH));
        assertThat(agents(Plan.of(seats, waiting(3), NOW))).containsExactly(ada);
    }

    @Test
    void aTeamsConversationGoesToAMemberOnlyAndKeepsNoOtherWaiting() {
        var team = UUID.randomUUID();
        var seats = List.of(seat(ada, 0, 5, Instant.EPOCH), seat(grace, 4, 5, Instant.EPOCH, team));
        var theirs = new Waiting(UUID.randomUUID(), team);
        var more = new Waiting(UUID.randomUUID(), team);
        var anybodys = new Waiting(UUID.randomUUID(), null);
        assertThat(Plan.of(seats, List.of(theirs, more, anybodys), NOW))
                .containsExactly(new Plan.Gift(theirs, grace), new Plan.Gift(anybodys, ada));
    }
}
