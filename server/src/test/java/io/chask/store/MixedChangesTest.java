package io.chask.store;

import static io.chask.store.Shop.fromVisitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.chask.conversation.ConversationId;
import io.chask.conversation.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Sends and changes at once.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MixedChangesTest {

    private final ChangeScene scene = new ChangeScene();

    @AfterAll
    void close() {
        scene.close();
    }

    /// Sends and changes race; whoever reads from any place on ends with the view of whoever reads all.
    @Test
    void mixedChangesLeaveNoGapAndTheSameViewFromEveryPlace() {
        for (int seed = 0; seed < 6; seed++) {
            var conversation = scene.shop.conversation();
            scene.stored(fromVisitor(conversation, scene.shop.visitor(), "question"));
            var before = snapshots(conversation, race(conversation, new Random(seed)));
            var entries = scene.entries(conversation);

            assertThat(entries)
                    .as("seed %d", seed)
                    .extracting(Message::sequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, entries.size()).boxed().toList());
            var whole = view(Map.of(), entries);
            before.forEach((cursor, held) -> assertThat(view(held, scene.log.after(conversation, cursor, 1_000)))
                    .isEqualTo(whole));
        }
    }

    private List<Message> race(ConversationId conversation, Random random) {
        var targets = IntStream.range(0, 5)
                .mapToObj(number -> scene.stored(scene.shop.fromAgent(conversation, "message " + number)))
                .toList();
        var wishes = random.ints(40, 0, 10).boxed().toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int wish : wishes) {
                var _ = threads.submit(() -> wish < 5
                        ? scene.corrections.change(scene.change(targets.get(wish), "text " + UUID.randomUUID()), false)
                        : wish == 5
                                ? scene.corrections.change(scene.change(targets.getFirst(), null), false)
                                : scene.stored(scene.shop.fromAgent(conversation, "more")));
            }
        }
        return scene.entries(conversation);
    }

    /// What a client holds that stopped after each place: as it was told live, text by text.
    private static Map<Long, Map<UUID, String>> snapshots(ConversationId conversation, List<Message> entries) {
        Map<Long, Map<UUID, String>> snapshots = new HashMap<>();
        for (int held = 0; held < entries.size(); held++) {
            snapshots.put((long) held, view(Map.of(), entries.subList(0, held)));
        }
        assertThat(snapshots).as("of %s", conversation).isNotEmpty();
        return snapshots;
    }

    /// A client's whole rule: a message is put down, a change replaces the text of its target.
    private static Map<UUID, String> view(Map<UUID, String> held, List<Message> entries) {
        Map<UUID, String> view = new HashMap<>(held);
        for (var entry : entries) {
            view.put(entry.target() == null ? entry.id() : entry.target(), entry.content());
        }
        return view;
    }
}
