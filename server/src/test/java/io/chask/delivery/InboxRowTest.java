package io.chask.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.Announcement;
import io.chask.conversation.Author;
import io.chask.conversation.ConversationId;
import io.chask.conversation.Mark;
import io.chask.conversation.Opening;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Marks that come at the moments a row is not ready for them.
final class InboxRowTest {

    private final TestNode node = TestNode.alone();
    private final MemoryStore store = node.store;
    private final ConversationId conversation = store.conversation();
    private final Author.Agent agent = new Author.Agent(UUID.randomUUID());
    private final InboxRow row = new InboxRow(conversation, sources());
    private Runnable whileRead = () -> {};

    @AfterEach
    void close() {
        node.close();
    }

    /// The visitor's profile is asked for after the counts have been read and before they are taken.
    private DeliverySources sources() {
        var sources = node.sources;
        return new DeliverySources(
                sources.log(),
                sources.list(),
                sources.marks(),
                sources.readReceipts(),
                sources.typingSigns(),
                sources.views(),
                (organization, visitor) -> {
                    whileRead.run();
                    return sources.profiles().profile(organization, visitor);
                },
                sources.works());
    }

    private void read(long sequence) {
        store.marks.raise(new Mark(conversation, agent, sequence, sequence));
        row.read(agent, sequence);
    }

    private Announcement posted() {
        var message = store.post(conversation, new Author.Visitor(store.visitor), "Hi");
        return new Announcement(message, store.visitor, Opening.NONE);
    }

    private long unread() {
        return row.seenBy(agent).orElseThrow().unread();
    }

    @Test
    void whatIsReadWhileTheRowIsBeingReadIsNotCountedAsUnread() {
        posted();
        whileRead = () -> {
            whileRead = () -> {};
            read(1);
        };
        assertThat(unread()).isZero();
    }

    @Test
    void aMessageReadBeforeTheRowHearsOfItIsNotCountedAsUnread() {
        posted();
        assertThat(unread()).isEqualTo(1);
        var second = posted();
        read(2);
        row.add(second);
        assertThat(unread()).isZero();
        row.add(posted());
        assertThat(unread()).isEqualTo(1);
    }
}
