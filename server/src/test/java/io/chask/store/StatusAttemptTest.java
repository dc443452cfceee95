package io.chask.store;

import static io.chask.store.Shop.fromVisitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.ConversationId;
import io.chask.conversation.ConversationStatus;
import io.chask.conversation.StatusResult;
import io.chask.conversation.StatusResult.Changed;
import io.chask.conversation.StatusResult.Same;
import io.chask.conversation.StatusResult.Unknown;
import io.chask.conversation.StatusResult.Unseen;
import io.chask.conversation.StatusWish;
import io.chask.database.HeldTransaction;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What an agent resolves while its visitor writes.
final class StatusAttemptTest {

    private final ChangeScene scene = new ChangeScene();
    private final UUID visitor = scene.shop.visitor();
    private final ConversationId conversation = scene.shop.conversation();

    @AfterEach
    void close() {
        scene.close();
    }

    private StatusResult resolve(@Nullable Long seen) {
        return scene.list.changeStatus(new StatusWish(conversation, scene.agent, ConversationStatus.RESOLVED, seen));
    }

    private void write(String content) {
        scene.stored(fromVisitor(conversation, visitor, content));
    }

    @Test
    void whatTheAgentHasNotSeenKeepsTheConversationOpen() {
        write("thanks");
        write("one more question");
        assertThat(resolve(1L)).isEqualTo(new Unseen());
        assertThat(scene.list.find(conversation, scene.agent).orElseThrow().status())
                .isEqualTo(ConversationStatus.OPEN);
        assertThat(scene.database.count("select count(*) from status_change")).isZero();
        assertThat(resolve(2L)).isEqualTo(new Changed(visitor));
        assertThat(resolve(1L)).isEqualTo(new Same());
    }

    @Test
    void agentsOwnWordsNeedNotBeSeen() {
        write("thanks");
        scene.stored(scene.shop.fromAgent(conversation, "you are welcome"));
        assertThat(resolve(1L)).isEqualTo(new Changed(visitor));
    }

    @Test
    void whoDoesNotSayWhatHeHasSeenResolvesWhateverStandsThere() {
        assertThat(resolve(null)).isEqualTo(new Unknown());
        write("thanks");
        assertThat(resolve(null)).isEqualTo(new Changed(visitor));
    }

    @Test
    void messageThatIsBeingStoredIsWaitedForAndSeen() throws SQLException {
        write("thanks");
        String store = """
                update conversation set last_sequence = 2 where id = '%2$s';
                insert into message (organization_id, conversation_id, id, sequence, sender, author_id, content, created_at)
                values ('%1$s', '%2$s', '%2$s', 2, 'user', '%3$s', 'one more question', now());
                """.formatted(conversation.organization(), conversation.value(), visitor);
        try (var storing = new HeldTransaction(scene.database, store)) {
            var resolving = CompletableFuture.supplyAsync(() -> resolve(1L));
            storing.awaitWaiting();
            storing.commit();
            assertThat(resolving.join()).isEqualTo(new Unseen());
        }
    }
}
