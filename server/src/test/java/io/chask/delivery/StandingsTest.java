package io.chask.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chask.conversation.Author;
import io.chask.conversation.Author.Reader;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Mark;
import io.chask.conversation.Marks;
import io.chask.conversation.Receipt;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingsTest {
    private final ConversationId conversation = new ConversationId(UUID.randomUUID(), UUID.randomUUID());
    private final Reader visitor = new Author.Visitor(UUID.randomUUID());
    private final Flaky marks = new Flaky();
    private final Standings standings = new Standings(marks, _ -> true);

    @Test
    void aQueryThatFailedIsAskedAgainAndNothingGoesBack() {
        marks.failing = true;
        assertThatThrownBy(() -> standings.receipt(conversation, visitor)).isInstanceOf(IllegalStateException.class);
        marks.failing = false;

        assertThat(standings.receipt(conversation, visitor)).isEqualTo(new Receipt(5, 4, 3));
    }

    @Test
    void onlyAMarkThatIsHigherThanWhatIsKnownIsNews() {
        standings.receipt(conversation, visitor);

        assertThat(standings.raise(conversation, visitor, 3, 3)).isFalse();
        assertThat(standings.raise(conversation, visitor, 4, 3)).isTrue();
        assertThat(standings.raise(conversation, visitor, 4, 3)).isFalse();
    }

    /// A database that may be away.
    private final class Flaky implements Marks {
        boolean failing;

        @Override
        public void raise(Mark mark) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<ConversationId, Receipt> receipts(Collection<ConversationId> conversations, Reader reader) {
            if (failing) {
                throw new IllegalStateException("the database does not answer");
            }
            return Map.of(conversation, new Receipt(5, 4, 3));
        }

        @Override
        public void flush() {
            throw new UnsupportedOperationException();
        }
    }
}
