package io.chask.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.ConversationId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class BacklogTest {

    private static final UUID LOUD = UUID.randomUUID();
    private static final UUID QUIET = UUID.randomUUID();

    private final Backlog backlog = new Backlog(4);
    private final UUID first = add(LOUD);
    private final UUID second = add(LOUD);
    private final UUID other = add(QUIET);

    private UUID add(UUID organization) {
        UUID id = UUID.randomUUID();
        assertThat(backlog.add(new ConversationId(organization, id), false)).isTrue();
        return id;
    }

    @Test
    void organizationsTakeTurnsHoweverMuchOneHas() {
        assertThat(backlog.take(1)).isEqualTo(new Backlog.Turn(LOUD, Map.of(first, false)));
        assertThat(backlog.take(1)).isEqualTo(new Backlog.Turn(QUIET, Map.of(other, false)));
        assertThat(backlog.take(1)).isEqualTo(new Backlog.Turn(LOUD, Map.of(second, false)));
        assertThat(backlog.take(1)).isNull();
        assertThat(backlog.isEmpty()).isTrue();
    }

    @Test
    void aTurnTakesWhatOneOrganizationHasAndNothingOfTheNext() {
        assertThat(backlog.take(10)).isEqualTo(new Backlog.Turn(LOUD, Map.of(first, false, second, false)));
    }

    @Test
    void aConversationWaitsOnceAndKeepsItsMark() {
        assertThat(backlog.add(new ConversationId(LOUD, first), true)).isTrue();
        assertThat(backlog.add(new ConversationId(LOUD, first), false)).isTrue();
        assertThat(backlog.take(10)).isEqualTo(new Backlog.Turn(LOUD, Map.of(first, true, second, false)));
    }

    @Test
    void whatHasNoRoomIsRefusedUntilSomethingWasTaken() {
        add(QUIET);
        var late = new ConversationId(QUIET, UUID.randomUUID());
        assertThat(backlog.add(late, false)).isFalse();
        backlog.take(1);
        assertThat(backlog.add(late, false)).isTrue();
    }
}
